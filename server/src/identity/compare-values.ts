import { usdCents, type Money } from "@entente/graph-schema";
import type { AgreementProfile } from "./agreement-profile.ts";

export type ValueLikeness =
  | "equal"
  /** Equal but for rounding that a report owns to: "about", "over", a range. */
  | "rounded"
  /** One could be the other rounded, though neither says so. */
  | "close"
  | "none"
  | "one-only"
  /** In different currencies, without a conversion. */
  | "not-comparable"
  | "different";

/** Widest relative gap that "about" covers. */
const ABOUT = 0.05;

const near = (a: number, b: number, share: number): boolean => Math.abs(a - b) <= share * Math.max(a, b);

/** Two figures in one currency, as numbers: an identity test, not a sum. */
function figuresOf(a: Money, b: Money): readonly [number, number] | null {
  if (a.currency === b.currency) return [Number(a.amount), Number(b.amount)];
  const [centsA, centsB] = [usdCents(a), usdCents(b)];
  return centsA && centsB ? [Number(centsA.cents), Number(centsB.cents)] : null;
}

const isHedged = ({ hedge }: Money): boolean => hedge !== "exact";
const isWithin = (value: number, { amount, upTo }: Money): boolean =>
  upTo !== undefined && value >= Number(amount) && value <= Number(upTo);

function compareMoney(a: Money, b: Money): ValueLikeness {
  const figures = figuresOf(a, b);
  if (!figures) return "not-comparable";
  const [one, other] = figures;
  if (one === other) return "equal";
  const inRange = a.currency === b.currency && (isWithin(other, a) || isWithin(one, b));
  if (inRange || (near(one, other, ABOUT) && (isHedged(a) || isHedged(b)))) return "rounded";
  return near(one, other, ABOUT) ? "close" : "different";
}

const ORDER: readonly ValueLikeness[] = ["equal", "rounded", "close", "not-comparable", "different"];

/** How the values of two reports fit: by the two that fit best; symmetric. */
export function compareValues(
  { values: a }: AgreementProfile,
  { values: b }: AgreementProfile,
): ValueLikeness {
  if (a.length === 0 && b.length === 0) return "none";
  if (a.length === 0 || b.length === 0) return "one-only";
  const found = a.flatMap((one) => b.map((other) => compareMoney(one, other)));
  return ORDER.find((likeness) => found.includes(likeness)) ?? "different";
}
