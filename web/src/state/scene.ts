/** One view of the graph as plain data: canvas, table and screen-reader walk all draw from it. */
export interface SceneNode {
  readonly id: string;
  readonly name: string;
  /** What fits beside a dot: a bloc's acronym, else the name. */
  readonly shortName: string;
  /** GraphQL type name, such as "Country". */
  readonly type: string;
  readonly role: "hub" | "partner" | "other" | "more";
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
  /** Partners of the hub that the ring leaves out. */
  readonly omitted: number;
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

/**
 * Puts the unfiltered and the filtered graph together: what the filters exclude fades and keeps its place.
 * Nodes come hub first, then by weight.
 */
export function buildScene({ hub, base, filtered, accepted }: SceneInput): Scene {
  const live = new Map((filtered ?? base).edges.map((edge) => [pairKey(edge), edge]));
  const acceptedPairs = accepted && new Set(accepted.edges.map(pairKey));
  const all = new Map(base.edges.map((edge) => [pairKey(edge), edge]));
  for (const [key, edge] of live) if (!all.has(key)) all.set(key, edge);

  const weights = new Map<string, number>();
  const alive = new Set<string>(hub === null ? [] : [hub]);
  const edges = [...all].map(([key, edge]): SceneEdge => {
    const now = live.get(key);
    for (const end of [edge.source, edge.target]) {
      weights.set(end, (weights.get(end) ?? 0) + edge.count);
      if (now) alive.add(end);
    }
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

  const partners = new Set(
    base.edges.flatMap((edge) =>
      edge.source === hub || edge.target === hub ? [edge.source, edge.target] : [],
    ),
  );
  const named = new Map([...base.nodes, ...(filtered?.nodes ?? [])].map((node) => [node.id, node]));
  const nodes = [...named.values()]
    .filter((node) => weights.has(node.id) || node.id === hub)
    .map((node): SceneNode => ({
      ...node,
      role: node.id === hub ? "hub" : partners.has(node.id) ? "partner" : "other",
      weight: weights.get(node.id) ?? 0,
      isFaded: !alive.has(node.id),
    }))
    .sort((a, b) => Number(b.role === "hub") - Number(a.role === "hub") || byWeight(a, b));

  return {
    hub,
    nodes,
    edges: edges.filter((edge) => named.has(edge.source) && named.has(edge.target)),
    places: new Map(base.positions.map(({ node, x, y }) => [node, { x, y }])),
    omitted: base.truncated.find((cut) => cut.node === hub)?.omitted ?? 0,
  };
}
