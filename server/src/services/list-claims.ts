import type { EntityState, ReviewStatus, SourcedClaim } from "@entente/graph-schema";
import type { GraphStore } from "../store/graph-store.ts";
import { listKey } from "./cursor.ts";
import { cutPage, type CutPage, type PageArguments } from "./page.ts";
import type { Version } from "./read-context.ts";

export interface ClaimPage extends CutPage<SourcedClaim> {
  readonly total: number;
  readonly version: Version;
}

export interface ClaimChoice extends Pick<PageArguments, "first" | "after"> {
  readonly property?: string | null;
  readonly status?: readonly ReviewStatus[] | null;
}

/** Claims about an entity and the ids merged into it, newest first. */
export async function claimsAbout(
  store: GraphStore,
  { state, version }: { readonly state: EntityState; readonly version: Version },
  { property, status, ...page }: ClaimChoice,
): Promise<ClaimPage> {
  const all = await store.claims({ subjects: [state.id, ...state.mergedIds], version });
  const chosen = all.filter(
    (claim) =>
      (property == null || claim.property === property) && (status == null || status.includes(claim.status)),
  );
  const list = listKey(["claims", state.id, property, status, version]);
  return { ...cutPage(chosen, list, page), total: chosen.length, version };
}

/** What a document states. */
export async function claimsOf(
  store: GraphStore,
  { document, version }: { readonly document: string; readonly version: Version },
  page: Pick<PageArguments, "first" | "after">,
): Promise<ClaimPage> {
  const all = await store.claims({ document, version });
  const list = listKey(["claims of", document, version]);
  return { ...cutPage(all, list, page), total: all.length, version };
}
