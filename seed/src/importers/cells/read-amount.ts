import { roundAmount } from "@entente/graph-schema";

const PLAIN = /^\d{1,18}(?:\.\d+)?$/u;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;
const SCIENTIFIC = /^\d(?:\.\d+)?e\+?\d{1,2}$/iu;
const MAX_DIGITS = 18;

export const AMOUNT_EXPECTED = "a number such as 105263158 or 105263158.25";

export interface ReadAmount {
  /** Null where it cannot be read. */
  readonly amount: string | null;
  /** True where it was read though not written as expected. */
  readonly odd: boolean;
}

/** An amount in digits; with commas between thousands or in scientific notation it is odd, but certain. */
export function readAmount(text: string): ReadAmount {
  const trimmed = text.trim();
  if (PLAIN.test(trimmed)) return { amount: roundAmount(trimmed), odd: false };
  if (GROUPED.test(trimmed)) return { amount: roundAmount(trimmed.replaceAll(",", "")), odd: true };
  if (!SCIENTIFIC.test(trimmed)) return { amount: null, odd: true };
  const amount = roundAmount(trimmed);
  return { amount: amount.replace(/\..*$/u, "").length > MAX_DIGITS ? null : amount, odd: true };
}
