import type { FetchSource } from "../fetch/fetch-source.ts";
import type { GraphStore } from "../store/graph-store.ts";
import type { OverviewCache } from "../services/overview.ts";
import type { PartIndex } from "../services/part-index.ts";
import type { Loaders } from "../services/read-context.ts";
import type { Viewer } from "../services/role.ts";

/** What resolvers of one request share. */
export interface RequestContext {
  readonly requestId: string;
  readonly store: GraphStore;
  readonly loaders: Loaders;
  readonly overviews: OverviewCache;
  readonly parts: PartIndex;
  readonly viewer: Viewer;
  readonly fetchSource: FetchSource;
  /** Tells the server that a commit may have raised the data version. */
  readonly noteWrite: () => Promise<void>;
}
