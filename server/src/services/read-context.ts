import {
  claimFamily,
  type DocumentState,
  type EntityId,
  type EntityState,
  type SourcedClaim,
} from "@entente/graph-schema";
import DataLoader from "dataloader";
import type { GraphStore } from "../store/graph-store.ts";

/** Null is the newest data version; a number is the graph as that version knew it. */
export type Version = number | null;

interface At {
  readonly id: string;
  readonly version: Version;
}

const atKey = ({ id, version }: At): string => `${version ?? ""}|${id}`;

/** Groups keys by version, asks once for each, and answers in the order asked. */
async function byVersion<T>(
  keys: readonly At[],
  read: (ids: readonly string[], version: Version) => Promise<ReadonlyMap<string, T>>,
): Promise<(T | undefined)[]> {
  const versions = [...new Set(keys.map(({ version }) => version))];
  const answers = new Map(
    await Promise.all(
      versions.map(async (version) => {
        const ids = keys.filter((key) => key.version === version).map(({ id }) => id);
        return [version, await read(ids, version)] as const;
      }),
    ),
  );
  return keys.map(({ id, version }) => answers.get(version)?.get(id));
}

/** Batches and remembers the reads of one request. */
export interface Loaders {
  readonly entities: DataLoader<At, EntityState | null, string>;
  readonly claims: DataLoader<At, SourcedClaim | null, string>;
  /** A claim by any id it ever had, as it stands at the version: reviews give it new ones. */
  readonly reviewed: DataLoader<At, SourcedClaim | null, string>;
  readonly documents: DataLoader<At, DocumentState | null, string>;
  readonly texts: DataLoader<string, string | null>;
}

export function createLoaders(store: GraphStore): Loaders {
  const entities = new DataLoader<At, EntityState | null, string>(
    async (keys) => {
      const found = await byVersion(keys, async (ids, version) => {
        const states = await store.getEntities(ids, version);
        return new Map(ids.map((id, i) => [id, states[i] ?? null]));
      });
      return found.map((state) => state ?? null);
    },
    { cacheKeyFn: atKey },
  );
  const claims = new DataLoader<At, SourcedClaim | null, string>(
    async (keys) => {
      const found = await byVersion(keys, async (ids, version) => {
        const rows = await store.claims({ ids, version });
        return new Map(rows.map((claim) => [claim.id, claim]));
      });
      return found.map((claim) => claim ?? null);
    },
    { cacheKeyFn: atKey },
  );
  const reviewed = new DataLoader<At, SourcedClaim | null, string>(
    (keys) =>
      Promise.all(
        keys.map(async ({ id, version }) => {
          const [claim] = await store.claims({ family: claimFamily(id), version });
          return claim ?? null;
        }),
      ),
    { cacheKeyFn: atKey },
  );
  const documents = new DataLoader<At, DocumentState | null, string>(
    async (keys) => {
      const found = await byVersion(keys, async (ids, version) => {
        const states = await store.documentsById(ids, version);
        return new Map(ids.map((id, i) => [id, states[i] ?? null]));
      });
      return found.map((state) => state ?? null);
    },
    { cacheKeyFn: atKey },
  );
  const texts = new DataLoader((ids: readonly string[]) =>
    Promise.all(ids.map((id) => store.documentText(id))),
  );
  return { entities, claims, reviewed, documents, texts };
}

export async function loadEntities(
  loaders: Loaders,
  ids: readonly EntityId[],
  version: Version,
): Promise<EntityState[]> {
  const states = await Promise.all(ids.map((id) => loaders.entities.load({ id, version })));
  return states.filter((state) => state !== null);
}

export async function loadClaims(
  loaders: Loaders,
  ids: readonly string[],
  version: Version,
): Promise<SourcedClaim[]> {
  const claims = await Promise.all(ids.map((id) => loaders.claims.load({ id, version })));
  return claims.filter((claim) => claim !== null);
}
