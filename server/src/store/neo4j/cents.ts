/** Digits of a value key. The contract's largest amount has 18 digits before the point, so 20 digits of cents. */
const KEY_DIGITS = 24;
/** Two integers of this base hold any amount, and their sums stay exact in 64 bits. */
const BASE = 10n ** 9n;

/** Cents as text of one length that compares like the number; amounts may exceed the 64 bits of a Neo4j integer. */
export function centsKey(cents: string): string {
  const number = BigInt(cents);
  const digits = (number < 0n ? 0n : number).toString();
  return digits.length > KEY_DIGITS ? "9".repeat(KEY_DIGITS) : digits.padStart(KEY_DIGITS, "0");
}

export interface SplitCents {
  readonly high: bigint;
  readonly low: bigint;
}

/** Cents as two integers that can be summed apart. */
export const splitCents = (cents: string): SplitCents => ({
  high: BigInt(cents) / BASE,
  low: BigInt(cents) % BASE,
});

export const joinCents = ({ high, low }: SplitCents): string => (high * BASE + low).toString();
