/** A label's box in screen pixels, most important first. */
export interface LabelBox {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const overlaps = (a: LabelBox, b: LabelBox): boolean =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;

/** The labels that can be shown without one covering another; an important one is kept over a lesser one. */
export function chooseLabels(
  boxes: readonly LabelBox[],
  obstacles: readonly LabelBox[],
): ReadonlySet<string> {
  const kept: LabelBox[] = [];
  for (const box of boxes) {
    const isFree =
      !kept.some((other) => overlaps(box, other)) &&
      !obstacles.some((other) => other.id !== box.id && overlaps(box, other));
    if (isFree) kept.push(box);
  }
  return new Set(kept.map((box) => box.id));
}
