import type { Scene } from "./scene.ts";

export interface Stop {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  /** "Partner 3 of 18", from 1. */
  readonly place: number;
  readonly of: number;
}

/** The order in which the arrow keys walk: the hub's partners, or on the overview all parties, by agreements. */
export function walkOrder(scene: Scene): readonly Omit<Stop, "place" | "of">[] {
  const toHub = new Map(
    scene.edges.flatMap((edge) =>
      edge.source === scene.hub
        ? [[edge.target, edge.count] as const]
        : edge.target === scene.hub
          ? [[edge.source, edge.count] as const]
          : [],
    ),
  );
  return scene.nodes
    .filter((node) => !node.isFaded && node.role !== "hub" && node.role !== "folded")
    .map((node) => ({ id: node.id, name: node.name, count: toHub.get(node.id) ?? node.weight }))
    .sort((a, b) => Number(toHub.has(b.id)) - Number(toHub.has(a.id)) || b.count - a.count);
}

/** The stop `step` places after `cursor`, round the ends; with no cursor the first or the last. */
export function walk(scene: Scene, cursor: string | null, step: 1 | -1): Stop | null {
  const order = walkOrder(scene);
  if (order.length === 0) return null;
  const at = order.findIndex((stop) => stop.id === cursor);
  const start = step === 1 ? 0 : order.length - 1;
  const index = at < 0 ? start : (at + step + order.length) % order.length;
  const stop = order[index];
  return stop ? { ...stop, place: index + 1, of: order.length } : null;
}
