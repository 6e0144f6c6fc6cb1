import fc from "fast-check";
import { expect, test } from "vitest";
import type { Countable } from "../store/graph-store.ts";
import { bucketOf, buildTimeline, countedIds } from "./timeline.ts";

const deal = (id: string, rest: Partial<Countable> = {}): Countable => ({
  id,
  earliest: "2015-12-17",
  latest: "2015-12-17",
  status: "signed",
  usdCents: "100",
  notForAggregates: false,
  partOf: [],
  ...rest,
});
const noUmbrellas = new Map<string, readonly string[]>();

test.each([
  ["month", "2015-12-01", "2015-12-31"],
  ["quarter", "2015-10-01", "2015-12-31"],
  ["year", "2015-01-01", "2015-12-31"],
  ["decade", "2010-01-01", "2019-12-31"],
] as const)("17 December 2015 falls into the %s from %s to %s", (bucket, start, end) => {
  expect(bucketOf("2015-12-17", bucket)).toEqual({ start, end });
});

test("February of a leap year ends on the 29th", () => {
  expect(bucketOf("2016-02-03", "month").end).toBe("2016-02-29");
});

test("a date that spans buckets is imprecise, one without a date undated", () => {
  const year = { earliest: "2015-01-01", latest: "2015-12-31" };
  const undated = { earliest: null, latest: null };
  const deals = [deal("a"), deal("b", year), deal("c", undated)];
  const byMonth = buildTimeline(deals, { bucket: "month", umbrellas: noUmbrellas });
  expect(byMonth.imprecise.matching).toBe(1);
  expect(byMonth.undated).toEqual({ matching: 1, counted: 1, amount: "1.00" });
  const byYear = buildTimeline(deals, { bucket: "year", umbrellas: noUmbrellas });
  expect(byYear.buckets).toEqual([
    { start: "2015-01-01", end: "2015-12-31", part: { matching: 2, counted: 2, amount: "2.00" } },
  ]);
});

test.each(["proposed", "negotiating", "suspended", "ended"] as const)(
  "a %s deal's amount is not counted",
  (status) => {
    expect(countedIds([deal("a", { status })], noUmbrellas).size).toBe(0);
  },
);

test("what its source keeps out of aggregates is not counted", () => {
  expect(countedIds([deal("a", { notForAggregates: true })], noUmbrellas).size).toBe(0);
});

test("a part of a counted umbrella is not counted again, not even through an umbrella that does not match", () => {
  const deals = [deal("whole"), deal("part", { partOf: ["whole"] }), deal("deep", { partOf: ["between"] })];
  const umbrellas = new Map([["between", ["whole"]]]);
  expect([...countedIds(deals, umbrellas)]).toEqual(["whole"]);
});

test("an umbrella without an amount leaves its parts counted", () => {
  const deals = [deal("whole", { usdCents: null }), deal("part", { partOf: ["whole"] })];
  expect([...countedIds(deals, noUmbrellas)]).toEqual(["part"]);
});

test("agreements that are part of each other do not hang the count", () => {
  const deals = [deal("a", { partOf: ["b"] }), deal("b", { partOf: ["a"] })];
  expect(countedIds(deals, noUmbrellas).size).toBe(0);
});

test("buckets plus undated plus imprecise equal the matching agreements, with exact sums", () => {
  const day = fc
    .integer({ min: 0, max: 30_000 })
    .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
  const countable = fc
    .record({ days: fc.option(fc.tuple(day, day)), cents: fc.option(fc.bigInt(0n, 10n ** 18n)) })
    .map(({ days, cents }) => {
      const [earliest = null, latest = null] = days ? [...days].sort() : [];
      return { earliest, latest, usdCents: cents === null ? null : String(cents) };
    });
  const bucket = fc.constantFrom("month", "quarter", "year", "decade");
  const sample = fc.tuple(fc.array(countable), bucket);
  fc.assert(
    fc.property(sample, ([rows, width]) => {
      const deals = rows.map((row, i) => deal(`agreement:${i}`, row));
      const timeline = buildTimeline(deals, { bucket: width, umbrellas: noUmbrellas });
      const parts = [...timeline.buckets.map(({ part }) => part), timeline.undated, timeline.imprecise];
      const cents = parts.reduce((sum, { amount }) => sum + BigInt(amount.replace(".", "")), 0n);
      expect(parts.reduce((sum, { matching }) => sum + matching, 0)).toBe(deals.length);
      expect(cents).toBe(rows.reduce((sum, { usdCents }) => sum + BigInt(usdCents ?? 0), 0n));
    }),
    { seed: 20151217 },
  );
});
