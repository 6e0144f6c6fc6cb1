import { expect, test } from "vitest";
import { centsKey, joinCents, splitCents } from "./cents.ts";

const AMOUNTS = ["0", "5", "999999999", "1000000000", "2300000000000", "99999999999999999999"];

test("orders keys as the numbers are ordered", () => {
  expect(AMOUNTS.map(centsKey).sort()).toEqual(AMOUNTS.map(centsKey));
});

test("puts parts together to the same amount, beyond 64 bits too", () => {
  for (const amount of AMOUNTS) expect(joinCents(splitCents(amount))).toBe(amount);
});

test("sums parts to the exact sum", () => {
  const parts = AMOUNTS.map(splitCents);
  const high = parts.reduce((sum, part) => sum + part.high, 0n);
  const low = parts.reduce((sum, part) => sum + part.low, 0n);
  const sum = AMOUNTS.reduce((total, amount) => total + BigInt(amount), 0n);
  expect(joinCents({ high, low })).toBe(sum.toString());
});

test("keeps keys of one length for what is out of range", () => {
  expect(centsKey("-5")).toBe("0".repeat(24));
  expect(centsKey("1".repeat(40))).toBe("9".repeat(24));
});
