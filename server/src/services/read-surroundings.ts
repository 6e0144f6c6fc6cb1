import type { EntityId } from "@entente/graph-schema";
import type { Countable, GraphStore } from "../store/graph-store.ts";
import type { LinkRow } from "../store/plan.ts";
import type { Surroundings } from "./explain-total.ts";
import { loadEntities, type Loaders, type Version } from "./read-context.ts";

/** Umbrellas of umbrellas that are followed outside the matching agreements. */
const MAX_STEPS = 5;
/** Open questions read at a time. */
const PAGE_LINKS = 1_000;

/** What deciding about the matching agreements needs beside them. */
export async function readSurroundings(
  { store, loaders }: { readonly store: GraphStore; readonly loaders: Loaders },
  matching: readonly Countable[],
  version: Version,
): Promise<Surroundings> {
  const known = new Set(matching.map(({ id }) => id));
  const outside = matching.flatMap(({ partOf }) => partOf).filter((id) => !known.has(id));
  const [umbrellas, duplicates] = await Promise.all([
    followUmbrellas(loaders, outside, version),
    readDuplicates({ store, loaders }, version),
  ]);
  return { umbrellas, duplicates };
}

async function followUmbrellas(
  loaders: Loaders,
  ids: readonly EntityId[],
  version: Version,
): Promise<Surroundings["umbrellas"]> {
  const umbrellas = new Map<EntityId, readonly EntityId[]>();
  let open = [...new Set(ids)];
  for (let step = 0; step < MAX_STEPS && open.length > 0; step++) {
    for (const state of await loadEntities(loaders, open, version)) {
      if (state.type === "agreement") umbrellas.set(state.id, state.partOf);
    }
    open = [...new Set(open.flatMap((id) => umbrellas.get(id) ?? []))].filter((id) => !umbrellas.has(id));
  }
  return umbrellas;
}

/** Both ends resolved, for each may have been merged since the question was raised. */
async function readDuplicates(
  { store, loaders }: { readonly store: GraphStore; readonly loaders: Loaders },
  version: Version,
): Promise<Surroundings["duplicates"]> {
  const links: LinkRow[] = [];
  for (let after: LinkRow | null = null; ;) {
    const page: Awaited<ReturnType<GraphStore["links"]>> = await store.links({
      kind: "possibly-same",
      version,
      limit: PAGE_LINKS,
      after,
    });
    links.push(...page.items);
    after = page.items.at(-1) ?? null;
    if (!page.hasMore) break;
  }
  const survivor = async (id: EntityId): Promise<EntityId> =>
    (await loaders.entities.load({ id, version }))?.id ?? id;
  return await Promise.all(links.map(async ({ a, b }) => ({ a: await survivor(a), b: await survivor(b) })));
}
