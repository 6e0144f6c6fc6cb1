import type { Scene } from "../state/scene.ts";
import type { FreshNode, Placement, PlacementTask } from "./place-fresh.ts";
import { OUTSIDE_RADIUS, placeRing, type Point } from "./place-ring.ts";

/** The server's -1…1 in model pixels. */
const OVERVIEW_SCALE = { x: 620, y: 520 };

/** Places that need no layout: the ring round a hub, or the server's places on the overview. */
export function knownPlaces(scene: Scene): ReadonlyMap<string, Point> {
  if (scene.hub !== null) return placeRing(scene);
  return new Map(
    [...scene.places].map(([id, { x, y }]) => [id, { x: x * OVERVIEW_SCALE.x, y: y * OVERVIEW_SCALE.y }]),
  );
}

/**
 * New nodes in the order in which they are placed: one group for each expanded party, then the rest. Group by
 * group, so that a restored URL stands like the graph that was expanded by hand.
 */
export function freshGroups(
  scene: Scene,
  expanded: readonly string[],
  placed: ReadonlySet<string>,
): readonly (readonly FreshNode[])[] {
  const neighbors = new Map<string, Set<string>>();
  for (const { source, target } of scene.edges) {
    neighbors.set(source, (neighbors.get(source) ?? new Set()).add(target));
    neighbors.set(target, (neighbors.get(target) ?? new Set()).add(source));
  }
  const left = new Set(
    scene.nodes.filter((node) => node.role !== "folded" && !placed.has(node.id)).map((node) => node.id),
  );
  const known = new Set(placed);
  const take = (ids: readonly string[]): readonly FreshNode[] => {
    const group = ids.map((id) => ({
      id,
      anchors: [...(neighbors.get(id) ?? [])].filter((other) => known.has(other)).slice(0, 3),
    }));
    for (const id of ids) {
      left.delete(id);
      known.add(id);
    }
    return group;
  };
  const groups = expanded.map((parent) => {
    const mine = [...left].filter((id) => neighbors.get(parent)?.has(id)).sort();
    return take(mine).map((node) => ({
      id: node.id,
      anchors: [parent, ...node.anchors.filter((id) => id !== parent)],
    }));
  });
  return [...groups, take([...left].sort())].filter((group) => group.length > 0);
}

/** Adds a place for every node of the scene to `places`; what has a place keeps it. */
export async function placeScene(
  scene: Scene,
  expanded: readonly string[],
  { places, layout }: { places: Map<string, Point>; layout: (task: PlacementTask) => Promise<Placement> },
): Promise<void> {
  for (const [id, point] of knownPlaces(scene)) if (!places.has(id)) places.set(id, point);
  const radius = scene.hub === null ? null : OUTSIDE_RADIUS;
  for (const fresh of freshGroups(scene, expanded, new Set(places.keys()))) {
    const placed = [...places].map(([id, point]) => ({ id, ...point }));
    for (const { id, x, y } of await layout({ placed, fresh, radius }))
      if (!places.has(id)) places.set(id, { x, y });
  }
}
