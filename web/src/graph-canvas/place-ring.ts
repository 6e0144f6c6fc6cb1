import type { Scene, SceneEdge } from "../state/scene.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Model pixels; at zoom 1 a ring of 18 with its labels fills a 900 × 700 canvas. */
const RING_RADIUS = { small: 205, large: 285 };
/** Labels stand beside the nodes left and right: the ring is wider than high. */
const STRETCH = 1.12;
const FEW_PARTNERS = 8;

export const MORE_NODE = "more";

/** The hub's edges, busiest pair first: the order round the ring, the same under every filter. */
export function ringEdges(scene: Scene): readonly SceneEdge[] {
  const names = new Map(scene.nodes.map((node) => [node.id, node]));
  const partnerOf = (edge: SceneEdge) => names.get(edge.source === scene.hub ? edge.target : edge.source);
  return scene.edges
    .filter(
      (edge) =>
        partnerOf(edge)?.role === "partner" && (edge.source === scene.hub || edge.target === scene.hub),
    )
    .sort((a, b) => b.weight - a.weight || ((partnerOf(a)?.id ?? "") < (partnerOf(b)?.id ?? "") ? -1 : 1));
}

/** Where the ring ends: what is added later stands outside. */
export const OUTSIDE_RADIUS = RING_RADIUS.large * STRETCH + 110;

/** Hub in the middle, partners clockwise from the top by agreements, the rest as one node in the last slot. */
export function placeRing(scene: Scene): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>();
  if (scene.hub === null) return places;
  places.set(scene.hub, { x: 0, y: 0 });
  const ids = ringEdges(scene).map((edge) => (edge.source === scene.hub ? edge.target : edge.source));
  if (scene.hasRestSlot) ids.push(MORE_NODE);
  const radius = ids.length <= FEW_PARTNERS ? RING_RADIUS.small : RING_RADIUS.large;
  ids.forEach((id, slot) => {
    const angle = (slot / ids.length) * 2 * Math.PI - Math.PI / 2;
    places.set(id, {
      x: Math.round(Math.cos(angle) * radius * STRETCH),
      y: Math.round(Math.sin(angle) * radius),
    });
  });
  return places;
}
