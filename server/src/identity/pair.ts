import type { EntityId } from "@entente/graph-schema";

/** Two ids of different documents, `a` < `b`, and how likely they are one thing. */
export interface Pair {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly score: number;
  readonly reasons: readonly string[];
}

export const pairKey = ({ a, b }: Pick<Pair, "a" | "b">): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
