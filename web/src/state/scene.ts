/** One view of the graph as plain data: canvas, table and screen-reader walk all draw from it. */
export interface SceneNode {
  readonly id: string;
  readonly name: string;
  /** What fits beside a dot: a bloc's acronym, else the name. */
  readonly shortName: string;
  /** GraphQL type name, such as "Country". */
  readonly type: string;
  /** Folded: known and listed, but not drawn. */
  readonly role: "hub" | "partner" | "other" | "folded";
  /** Agreements on its edges, before filters. */
  readonly weight: number;
  readonly isFaded: boolean;
}
export interface SceneEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Agreements under the filters; the unfiltered count where the edge is faded. */
  readonly count: number;
  /** Agreements before filters: decides places and widths, so that filters move nothing. */
  readonly weight: number;
  /** Exact US dollars of the two-party agreements, or null where none carries an amount. */
  readonly amount: string | null;
  readonly isFaded: boolean;
  /** True when no agreement behind the edge has been accepted by a reviewer or the seed. */
  readonly isUnreviewed: boolean;
}
export interface Scene {
  readonly hub: string | null;
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  /** Places given by the server, -1 to 1; the overview only. */
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  /** What the ring folds away: partners that pass the filters, and their agreements with the hub. */
  readonly rest: { readonly partners: number; readonly agreements: number; readonly isExact: boolean };
  /** Whether the ring keeps a slot for the rest: decided before filters, so that they move nothing. */
  readonly hasRestSlot: boolean;
}

export interface GraphPart {
  readonly nodes: readonly {
    readonly id: string;
    readonly name: string;
    readonly shortName: string;
    readonly type: string;
  }[];
  readonly edges: readonly {
    readonly id: string;
    readonly source: string;
    readonly target: string;
    readonly count: number;
    readonly amount: string | null;
  }[];
  readonly positions: readonly { readonly node: string; readonly x: number; readonly y: number }[];
  readonly truncated: readonly { readonly node: string; readonly omitted: number }[];
}

export interface SceneInput {
  readonly hub: string | null;
  readonly expanded: readonly string[];
  /** Partners drawn for the hub and for each expanded party. */
  readonly perParty: number;
  /** The graph without filters: it decides who stands where. */
  readonly base: GraphPart;
  /** The graph under the filters, or null when nothing is filtered. */
  readonly filtered: GraphPart | null;
  /** The pairs with at least one accepted agreement; null while not known. */
  readonly accepted: GraphPart | null;
}

const pairKey = (edge: { readonly source: string; readonly target: string }): string =>
  edge.source < edge.target ? `${edge.source}|${edge.target}` : `${edge.target}|${edge.source}`;

const byWeight = (a: SceneNode, b: SceneNode): number => b.weight - a.weight || (a.name < b.name ? -1 : 1);

/** Folded partners that a filter may bring out, so that a narrow question is not answered by a faded ring. */
const UNFOLDED_BY_FILTER = 8;

const otherEnd = (edge: SceneEdge, id: string): string | null =>
  edge.source === id ? edge.target : edge.target === id ? edge.source : null;

/** The partners of one party, busiest first before filters; equal ones by id, so that nobody's ring differs. */
const partnersOf = (edges: readonly SceneEdge[], id: string): readonly { id: string; edge: SceneEdge }[] =>
  edges
    .flatMap((edge) => {
      const other = otherEnd(edge, id);
      return other === null ? [] : [{ id: other, edge }];
    })
    .sort((a, b) => b.edge.weight - a.edge.weight || (a.id < b.id ? -1 : 1));

/** Every pair once, lit where the filters leave it. */
function mergeEdges({ base, filtered, accepted }: SceneInput): readonly SceneEdge[] {
  const live = new Map((filtered ?? base).edges.map((edge) => [pairKey(edge), edge]));
  const acceptedPairs = accepted && new Set(accepted.edges.map(pairKey));
  const all = new Map([...live, ...base.edges.map((edge) => [pairKey(edge), edge] as const)]);
  return [...all].map(([key, edge]) => {
    const now = live.get(key);
    return {
      id: `pair:${key}`,
      source: edge.source,
      target: edge.target,
      count: (now ?? edge).count,
      weight: edge.count,
      amount: (now ?? edge).amount,
      isFaded: !now,
      isUnreviewed: acceptedPairs !== null && !acceptedPairs.has(key),
    };
  });
}

/** The ids that are drawn: all on the overview; hub, ring and expansions around a hub. */
function drawnIds(input: SceneInput, edges: readonly SceneEdge[]): ReadonlySet<string> | null {
  const { hub, expanded, perParty } = input;
  if (hub === null) return null;
  const drawn = new Set([hub, ...expanded]);
  for (const id of [hub, ...expanded]) {
    for (const partner of partnersOf(edges, id).slice(0, perParty)) drawn.add(partner.id);
  }
  if (input.filtered !== null) {
    const lit = partnersOf(edges, hub).filter(({ id, edge }) => !edge.isFaded && !drawn.has(id));
    for (const partner of lit.slice(0, UNFOLDED_BY_FILTER)) drawn.add(partner.id);
  }
  return drawn;
}

/**
 * Puts the unfiltered and the filtered graph together: what the filters exclude fades and keeps its place.
 * Nodes come hub first, then by weight.
 */
export function buildScene(input: SceneInput): Scene {
  const { hub, base, filtered, perParty } = input;
  const named = new Map([...base.nodes, ...(filtered?.nodes ?? [])].map((node) => [node.id, node]));
  const edges = mergeEdges(input).filter((edge) => named.has(edge.source) && named.has(edge.target));
  const drawn = drawnIds(input, edges);
  const weights = new Map<string, number>();
  const lit = new Set<string>(hub === null ? [] : [hub]);
  for (const edge of edges) {
    for (const end of [edge.source, edge.target]) {
      weights.set(end, (weights.get(end) ?? 0) + edge.weight);
      if (!edge.isFaded) lit.add(end);
    }
  }
  const partners = hub === null ? [] : partnersOf(edges, hub);
  const ring = new Set(partners.slice(0, perParty).map(({ id }) => id));
  const roleOf = (id: string): SceneNode["role"] => {
    if (id === hub) return "hub";
    if (ring.has(id)) return "partner";
    return drawn === null || drawn.has(id) ? "other" : "folded";
  };
  const nodes = [...named.values()]
    .filter((node) => weights.has(node.id) || node.id === hub)
    .map((node): SceneNode => ({
      ...node,
      role: roleOf(node.id),
      weight: weights.get(node.id) ?? 0,
      isFaded: !lit.has(node.id),
    }))
    .sort((a, b) => Number(b.role === "hub") - Number(a.role === "hub") || byWeight(a, b));

  const baseIds = new Set(base.nodes.map(({ id }) => id));
  const folded = partners.filter(({ id, edge }) => !edge.isFaded && roleOf(id) === "folded");
  const beyond = (filtered ?? base).truncated.find((cut) => cut.node === hub)?.omitted ?? 0;
  return {
    hub,
    nodes,
    edges,
    places: new Map(base.positions.map(({ node, x, y }) => [node, { x, y }])),
    rest: {
      partners: folded.length + beyond,
      agreements: folded.reduce((sum, { edge }) => sum + edge.count, 0),
      isExact: beyond === 0,
    },
    hasRestSlot: partners.some(({ id }) => !ring.has(id) && baseIds.has(id)) || base.truncated.length > 0,
  };
}
