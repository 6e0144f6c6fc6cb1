import fc from "fast-check";
import { formatCents } from "@entente/graph-schema";
import { expect, test } from "vitest";
import type { Countable } from "../store/graph-store.ts";
import { DEFAULT_QUESTION, explainTotal } from "./explain-total.ts";
import { bucketOf, buildTimeline, type Bucket } from "./timeline.ts";

interface Sketch {
  readonly id: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly cents: bigint | null;
}

const deal = ({ id, earliest, latest, cents }: Sketch): Countable => ({
  id,
  earliest,
  latest,
  status: "signed",
  usdCents: null,
  notForAggregates: false,
  partOf: [],
  amounts:
    cents === null
      ? []
      : [
          {
            role: "stated",
            money: { amount: formatCents(cents), currency: "USD", role: "stated", hedge: "exact" },
            year: null,
            status: "proposed",
            confidence: 0.8,
          },
        ],
  existence: { accepted: 0, proposed: 0.8, disputed: 0 },
  sourceRank: "media",
  recordedIn: 1,
});
const timelineOf = (deals: readonly Sketch[], bucket: Bucket) => {
  const rows = deals.map(deal);
  const { counted } = explainTotal(rows, DEFAULT_QUESTION, { umbrellas: new Map(), duplicates: [] });
  return buildTimeline(rows, { bucket, counted });
};

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
  const day = { earliest: "2015-12-17", latest: "2015-12-17", cents: 100n };
  const year = { earliest: "2015-01-01", latest: "2015-12-31", cents: 100n };
  const undated = { earliest: null, latest: null, cents: 100n };
  const deals = [
    { id: "a", ...day },
    { id: "b", ...year },
    { id: "c", ...undated },
  ];
  const byMonth = timelineOf(deals, "month");
  expect(byMonth.imprecise.matching).toBe(1);
  expect(byMonth.undated).toEqual({ matching: 1, counted: 1, amount: "1.00" });
  expect(timelineOf(deals, "year").buckets).toEqual([
    { start: "2015-01-01", end: "2015-12-31", part: { matching: 2, counted: 2, amount: "2.00" } },
  ]);
});

test("buckets plus undated plus imprecise equal the matching agreements, with exact sums", () => {
  const day = fc
    .integer({ min: 0, max: 30_000 })
    .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
  const countable = fc
    .record({ days: fc.option(fc.tuple(day, day)), cents: fc.option(fc.bigInt(0n, 10n ** 18n)) })
    .map(({ days, cents }) => {
      const [earliest = null, latest = null] = days ? [...days].sort() : [];
      return { earliest, latest, cents };
    });
  const bucket = fc.constantFrom("month", "quarter", "year", "decade");
  const sample = fc.tuple(fc.array(countable), bucket);
  fc.assert(
    fc.property(sample, ([rows, width]) => {
      const deals = rows.map((row, i) => ({ id: `agreement:${i}`, ...row }));
      const timeline = timelineOf(deals, width);
      const parts = [...timeline.buckets.map(({ part }) => part), timeline.undated, timeline.imprecise];
      const cents = parts.reduce((sum, { amount }) => sum + BigInt(amount.replace(".", "")), 0n);
      expect(parts.reduce((sum, { matching }) => sum + matching, 0)).toBe(deals.length);
      expect(cents).toBe(rows.reduce((sum, row) => sum + (row.cents ?? 0n), 0n));
    }),
    { seed: 20151217 },
  );
});
