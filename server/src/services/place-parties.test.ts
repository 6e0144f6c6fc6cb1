import { expect, test } from "vitest";
import type { PairRow } from "../store/graph-store.ts";
import { placeParties } from "./place-parties.ts";

const pair = (a: string, b: string, count = 1): PairRow => ({
  a,
  b,
  count,
  sharedCount: 0,
  usdCents: null,
  earliest: null,
  latest: null,
});
const ring = Array.from({ length: 12 }, (_, i) => pair(`n${i}`, `n${(i + 1) % 12}`, i + 1));

test("the same pairs give the same places", async () => {
  const [first, second] = await Promise.all([placeParties(ring), placeParties(ring)]);
  expect(second).toEqual(first);
});

test("places lie between -1 and 1 and none are on top of each other", async () => {
  const places = await placeParties(ring);
  expect(places).toHaveLength(12);
  for (const { x, y } of places) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(1);
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(12);
});

test("no pairs give no places, and one pair lies flat", async () => {
  expect(await placeParties([])).toEqual([]);
  expect(await placeParties([pair("a", "b")])).toHaveLength(2);
});
