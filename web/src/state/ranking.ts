import type { Scene } from "./scene.ts";

export interface RankedPartner {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly count: number;
  readonly amount: string | null;
}
export interface RankedPair {
  readonly source: RankedPartner;
  readonly target: RankedPartner;
  readonly count: number;
  readonly amount: string | null;
}

/** The hub's partners that the filters leave, most agreements first: the ring as a list. */
export function rankPartners(scene: Scene): readonly RankedPartner[] {
  const nodes = new Map(scene.nodes.map((node) => [node.id, node]));
  return scene.edges
    .filter((edge) => !edge.isFaded && (edge.source === scene.hub || edge.target === scene.hub))
    .flatMap((edge) => {
      const partner = nodes.get(edge.source === scene.hub ? edge.target : edge.source);
      return partner
        ? [{ id: partner.id, name: partner.name, type: partner.type, count: edge.count, amount: edge.amount }]
        : [];
    })
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** Every pair that the filters leave, most agreements first: the overview as a list. */
export function rankPairs(scene: Scene): readonly RankedPair[] {
  const nodes = new Map(scene.nodes.map((node) => [node.id, { ...node, count: node.weight, amount: null }]));
  return scene.edges
    .filter((edge) => !edge.isFaded)
    .flatMap((edge) => {
      const source = nodes.get(edge.source);
      const target = nodes.get(edge.target);
      if (!source || !target) return [];
      // The busier party first, so that one country's pairs read alike.
      const [first, second] = target.count > source.count ? [target, source] : [source, target];
      return [{ source: first, target: second, count: edge.count, amount: edge.amount }];
    })
    .sort(
      (a, b) => b.count - a.count || (a.source.name + a.target.name < b.source.name + b.target.name ? -1 : 1),
    );
}
