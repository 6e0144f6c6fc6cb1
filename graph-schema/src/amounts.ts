import { Big } from "big.js";
import type { Money } from "./money.ts";

/** Half-even, as on every output: sums stay exact and are rounded once. */
const HALF_EVEN = 2;

/** Exact US cents of a money value: USD as stated, else the source's own nominal conversion; null is "no rate". */
export function usdCents(money: Money): { readonly cents: bigint; readonly bySource: boolean } | null {
  if (money.currency === "USD") return { cents: toCents(money.amount), bySource: false };
  const stated = money.statedConversions?.find((to) => to.currency === "USD" && to.prices === "nominal");
  return stated ? { cents: toCents(stated.amount), bySource: true } : null;
}

/** Amounts as most sources write them, whose cents are their digits: a hundred thousand are summed at a time. */
const PLAIN = /^(\d+)(?:\.(\d\d?))?$/;

/** Whole cents, rounded half-even; exact for amounts of up to 18 digits before the point. */
export function toCents(amount: string | Big): bigint {
  const plain = typeof amount === "string" ? PLAIN.exec(amount) : null;
  if (plain) return BigInt(`${plain[1]}${(plain[2] ?? "").padEnd(2, "0")}`);
  return BigInt(new Big(amount).times(100).round(0, HALF_EVEN).toFixed(0));
}

/** "2300000000000" cents → "23000000000.00". */
export function formatCents(cents: bigint | string): string {
  return new Big(String(cents)).div(100).toFixed(2);
}

/** Ten-thousandths of a currency's unit: what an amount may have, so that what sources print is summed as printed. */
const UNITS = 10_000;

/** Cents in ten-thousandths of a dollar. */
export const UNITS_PER_CENT = 100n;

/** Ten-thousandths, exact for every amount that a claim may hold. */
export function toUnits(amount: string): bigint {
  const plain = PLAIN.exec(amount);
  if (plain) return BigInt(`${plain[1]}${(plain[2] ?? "").padEnd(4, "0")}`);
  return BigInt(new Big(amount).times(UNITS).round(0, HALF_EVEN).toFixed(0));
}

/** "1505000" ten-thousandths → "150.50"; the third and fourth decimal where there are such. */
export function formatUnits(units: bigint): string {
  const exact = new Big(String(units)).div(UNITS);
  return exact.eq(exact.round(2)) ? exact.toFixed(2) : exact.toFixed();
}
