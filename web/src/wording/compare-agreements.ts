import type { DuplicatePair } from "../api/identity.ts";
import { agreementLines } from "./describe-change.ts";

export interface ComparedValue {
  readonly text: string;
  /** The other one has it too. */
  readonly isShared: boolean;
}
export interface ComparedLine {
  readonly label: string;
  readonly a: readonly ComparedValue[];
  readonly b: readonly ComparedValue[];
  readonly differs: boolean;
}

type Side = DuplicatePair["a"];

const linesOf = (side: Side) => [
  ...agreementLines(side),
  {
    label: "Sources",
    values: side.documents.nodes.map(({ title, publisher }) =>
      publisher ? `${title} (${publisher})` : title,
    ),
  },
];

const marked = (values: readonly string[], others: readonly string[]): ComparedValue[] =>
  values.map((text) => ({ text, isShared: others.includes(text) }));

/** Two agreements line by line; lines that neither has are left out. Other sources are no disagreement. */
export function compareAgreements(a: Side, b: Side): readonly ComparedLine[] {
  const other = linesOf(b);
  return linesOf(a).flatMap(({ label, values }, index) => {
    const others = other[index]?.values ?? [];
    if (values.length === 0 && others.length === 0) return [];
    const [left, right] = [marked(values, others), marked(others, values)];
    const isEqual = left.every(({ isShared }) => isShared) && right.every(({ isShared }) => isShared);
    return [{ label, a: left, b: right, differs: label !== "Sources" && !isEqual }];
  });
}
