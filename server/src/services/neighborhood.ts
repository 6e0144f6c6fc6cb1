import { parseEntityId, PARTY_TYPES, type AgreementState, type EntityId } from "@entente/graph-schema";
import { InvalidInputError } from "../errors.ts";
import { EVERYTHING, type AgreementFilter } from "../store/filter.ts";
import type { GraphStore, PairRow } from "../store/graph-store.ts";
import { listAgreements, NEWEST_FIRST } from "./list-agreements.ts";
import { OVERVIEW_PAIRS, type OverviewCache } from "./overview.ts";
import { checkRange } from "./page.ts";
import { loadEntities, type Loaders, type Version } from "./read-context.ts";
import {
  pairEdge,
  partyEdges,
  type Drawn,
  type GraphEdge,
  type Subgraph,
  type Truncation,
} from "./subgraph.ts";

const MAX_IDS = 20;
const MAX_DEPTH = 2;
/** Nodes from which the second step goes on; the best-connected first. */
const MAX_FRONTIER = 40;

export interface NeighborhoodRequest {
  readonly ids: readonly string[];
  readonly view: "PAIRS" | "AGREEMENTS";
  readonly depth?: number | null;
  readonly perNode?: number | null;
}

interface Reading {
  readonly store: GraphStore;
  readonly loaders: Loaders;
  readonly overviews: OverviewCache;
}

interface Found {
  readonly ids: ReadonlySet<EntityId>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
  readonly truncated: readonly Truncation[];
}

/** What is next to the asked nodes, one or two steps far. */
export async function neighborhood(
  reading: Reading,
  drawn: Drawn,
  { ids, view, depth, perNode }: NeighborhoodRequest,
): Promise<Subgraph> {
  const steps = checkRange("depth", depth ?? 1, { max: MAX_DEPTH });
  const limit = checkRange("perNode", perNode ?? 25);
  const roots = await resolveRoots(reading.loaders, ids, { version: drawn.version, view });
  const walk = view === "PAIRS" ? walkPairs : walkAgreements;
  const found = await walk({ reading, drawn, limit }, roots, steps);
  const nodes = await loadEntities(reading.loaders, [...found.ids], drawn.version);
  return {
    nodes,
    edges: [...found.edges.values()],
    positions: await overviewPlaces(reading, drawn.version, found.ids),
    truncated: found.truncated,
    version: drawn.version,
  };
}

async function resolveRoots(
  loaders: Loaders,
  ids: readonly string[],
  { version, view }: { readonly version: Version; readonly view: NeighborhoodRequest["view"] },
): Promise<EntityId[]> {
  checkRange("ids", ids.length, { max: MAX_IDS });
  const allowed: readonly string[] = view === "PAIRS" ? PARTY_TYPES : [...PARTY_TYPES, "agreement"];
  const roots = await Promise.all(
    ids.map(async (id) => {
      const type = parseEntityId(id)?.type;
      const state = type && allowed.includes(type) ? await loaders.entities.load({ id, version }) : null;
      if (state) return state.id;
      throw new InvalidInputError(`ids: got "${id}", expected the known id of a ${allowed.join(", ")}`, [
        "ids",
      ]);
    }),
  );
  return [...new Set(roots)];
}

interface Walk {
  readonly reading: Reading;
  readonly drawn: Drawn;
  readonly limit: number;
}

async function walkPairs(
  { reading, drawn, limit }: Walk,
  roots: readonly EntityId[],
  steps: number,
): Promise<Found> {
  const ids = new Set(roots);
  const edges = new Map<string, GraphEdge>();
  const truncated: Truncation[] = [];
  let frontier = roots;
  for (let step = 1; step <= steps && frontier.length > 0; step++) {
    const lists = await reading.store.partners(frontier, drawn, limit);
    const pairs = lists.flatMap(({ partners }) => partners);
    for (const pair of pairs) edges.set(`${pair.a} ${pair.b}`, pairEdge(pair, drawn));
    for (const { node, omittedPartners } of lists) {
      if (omittedPartners > 0) truncated.push({ node, omitted: omittedPartners, after: null });
    }
    frontier = strongest(pairs, ids);
    for (const id of pairs.flatMap(({ a, b }) => [a, b])) ids.add(id);
  }
  return { ids, edges, truncated };
}

/** New parties by the agreements that led to them. */
function strongest(pairs: readonly PairRow[], known: ReadonlySet<EntityId>): EntityId[] {
  const weights = new Map<EntityId, number>();
  for (const { a, b, count } of pairs) {
    for (const id of [a, b]) if (!known.has(id)) weights.set(id, (weights.get(id) ?? 0) + count);
  }
  return [...weights.entries()]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MAX_FRONTIER)
    .map(([id]) => id);
}

async function walkAgreements(walk: Walk, roots: readonly EntityId[], steps: number): Promise<Found> {
  const { loaders } = walk.reading;
  const ids = new Set(roots);
  const edges = new Map<string, GraphEdge>();
  const truncated: Truncation[] = [];
  let frontier: readonly EntityId[] = roots;
  for (let step = 1; step <= steps; step++) {
    const found: AgreementState[] = [];
    for (const state of await loadEntities(loaders, frontier, walk.drawn.version)) {
      if (state.type === "agreement") found.push(state);
      else found.push(...(await agreementsOf(walk, state.id, truncated)));
    }
    const before = new Set(ids);
    for (const agreement of found) {
      ids.add(agreement.id);
      for (const edge of partyEdges(agreement, walk.drawn)) edges.set(edge.id, edge);
      for (const { party } of agreement.parties) ids.add(party);
    }
    frontier = [...ids]
      .filter((id) => !before.has(id) && !id.startsWith("agreement:"))
      .slice(0, MAX_FRONTIER);
  }
  return { ids, edges, truncated };
}

async function agreementsOf(
  { reading: { store }, drawn, limit }: Walk,
  party: EntityId,
  truncated: Truncation[],
): Promise<readonly AgreementState[]> {
  const filter = filterOfParty(party, drawn.filter);
  const question = { filter, order: NEWEST_FIRST, version: drawn.version };
  const page = await listAgreements(store, question, { first: limit });
  if (page.pageInfo.hasNextPage) {
    const { value } = await page.count();
    truncated.push({ node: party, omitted: value - page.nodes.length, after: page.pageInfo.endCursor });
  }
  // Agreements reached through an organization have no edge to the country itself.
  return page.nodes;
}

/** The filter of a party's own list of agreements. */
export function filterOfParty(party: EntityId, filter: AgreementFilter): AgreementFilter {
  const own = { partiesAll: [party], viaOrganizations: filter.viaOrganizations };
  return JSON.stringify(filter) === JSON.stringify(EVERYTHING) ? own : { ...own, and: [filter] };
}

/** Where the overview of all agreements shows these nodes, so that both pictures agree. */
async function overviewPlaces(
  { store, overviews }: Reading,
  version: Version,
  ids: ReadonlySet<EntityId>,
): Promise<Subgraph["positions"]> {
  const { positions } = await overviews.place(store, { filter: EVERYTHING, version }, OVERVIEW_PAIRS);
  return positions.filter(({ node }) => ids.has(node));
}
