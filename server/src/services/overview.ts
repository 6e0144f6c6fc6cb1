import type { EntityId } from "@entente/graph-schema";
import type { GraphStore, PairRow } from "../store/graph-store.ts";
import { listKey } from "./cursor.ts";
import { checkRange } from "./page.ts";
import { placeParties, type Position } from "./place-parties.ts";
import { loadEntities, type Loaders } from "./read-context.ts";
import { pairEdge, type Drawn, type Subgraph, type Truncation } from "./subgraph.ts";

/** Above this the picture is confetti, and the layout takes seconds. */
const MAX_PAIRS = 500;
export const OVERVIEW_PAIRS = 200;
/** Placed overviews kept: one for each filter somebody uses, of one or two data versions. */
const MAX_KEPT = 50;

interface Placed {
  readonly pairs: readonly PairRow[];
  readonly positions: readonly Position[];
  readonly truncated: readonly Truncation[];
}

/** Computes each overview once for a data version, filter and size. */
export class OverviewCache {
  readonly #placed = new Map<string, Promise<Placed>>();

  async place(store: GraphStore, drawn: Drawn, first: number): Promise<Placed> {
    const version = drawn.version ?? (await store.dataVersion()).version;
    const key = listKey([version, drawn.filter, first]);
    const kept = this.#placed.get(key);
    if (kept) return await kept;
    const placing = placeOverview(store, drawn, first);
    this.#placed.set(key, placing);
    placing.catch(() => this.#placed.delete(key));
    const oldest = this.#placed.keys().next().value;
    if (this.#placed.size > MAX_KEPT && oldest !== undefined) this.#placed.delete(oldest);
    return await placing;
  }
}

async function placeOverview(store: GraphStore, drawn: Drawn, first: number): Promise<Placed> {
  const found = await store.pairs(drawn, first + 1);
  const pairs = found.slice(0, first);
  const truncated = found.length > first ? await countOmitted(store, drawn, pairs) : [];
  return { pairs, positions: await placeParties(pairs), truncated };
}

/** How many partners of each party the cut left out. */
async function countOmitted(
  store: GraphStore,
  drawn: Drawn,
  pairs: readonly PairRow[],
): Promise<Truncation[]> {
  const shown = new Map<EntityId, number>();
  for (const id of pairs.flatMap(({ a, b }) => [a, b])) shown.set(id, (shown.get(id) ?? 0) + 1);
  const lists = await store.partners([...shown.keys()].sort(), drawn, 1);
  return lists
    .map(({ node, partners, omittedPartners }) => ({
      node,
      omitted: partners.length + omittedPartners - (shown.get(node) ?? 0),
      after: null,
    }))
    .filter(({ omitted }) => omitted > 0);
}

/** The pairs with most agreements, placed: the same picture for everybody on one data version. */
export async function overview(
  reading: { readonly store: GraphStore; readonly loaders: Loaders; readonly overviews: OverviewCache },
  drawn: Drawn,
  first: number | null | undefined,
): Promise<Subgraph> {
  const limit = checkRange("first", first ?? OVERVIEW_PAIRS, { max: MAX_PAIRS });
  const { pairs, positions, truncated } = await reading.overviews.place(reading.store, drawn, limit);
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort();
  return {
    nodes: await loadEntities(reading.loaders, ids, drawn.version),
    edges: pairs.map((pair) => pairEdge(pair, drawn)),
    positions,
    truncated,
    version: drawn.version,
  };
}
