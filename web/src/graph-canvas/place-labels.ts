/** A rectangle in screen pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
export interface Label {
  readonly id: string;
  /** Where it may stand, best place first. */
  readonly places: readonly Box[];
  /** Where no place is free it covers a node rather than be left out; never another label. */
  readonly isProminent: boolean;
}
/** A node's own box, which the labels of others keep clear of. */
export interface Obstacle extends Box {
  readonly id: string;
}

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;

/**
 * Which of its places each label takes so that none covers another label or another's node; a label without a
 * free place is left out. Labels come most important first and are served in that order.
 */
export function chooseLabels(
  labels: readonly Label[],
  obstacles: readonly Obstacle[],
): ReadonlyMap<string, number> {
  const kept: Box[] = [];
  const chosen = new Map<string, number>();
  for (const { id, places, isProminent } of labels) {
    const isClear = (box: Box): boolean => !kept.some((other) => overlaps(box, other));
    const isFree = (box: Box): boolean =>
      isClear(box) && !obstacles.some((other) => other.id !== id && overlaps(box, other));
    const free = places.findIndex(isFree);
    const index = free < 0 && isProminent ? places.findIndex(isClear) : free;
    const box = places[index];
    if (!box) continue;
    kept.push(box);
    chosen.set(id, index);
  }
  return chosen;
}
