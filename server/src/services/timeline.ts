import type { EntityId } from "@entente/graph-schema";
import type { Countable } from "../store/graph-store.ts";
import { printSum } from "./explain-total.ts";

export type Bucket = "month" | "quarter" | "year" | "decade";

export interface Part {
  readonly matching: number;
  readonly counted: number;
  /** Exact sum, in the question's currency. */
  readonly amount: string;
}
export interface TimelineBucket {
  readonly start: string;
  readonly end: string;
  readonly part: Part;
}
export interface Timeline {
  readonly buckets: readonly TimelineBucket[];
  readonly undated: Part;
  readonly imprecise: Part;
}

/** Counted agreements and their exact ten-thousandths: explainTotal. */
type Counted = ReadonlyMap<EntityId, bigint>;

const MONTHS: Record<Bucket, number> = { month: 1, quarter: 3, year: 12, decade: 120 };

/** First and last day of the bucket that a day falls into. */
export function bucketOf(day: string, bucket: Bucket): { readonly start: string; readonly end: string } {
  const width = MONTHS[bucket];
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const from = Math.floor(months / width) * width;
  const last = from + width;
  const firstDay = (month: number): string =>
    `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;
  const end = new Date(`${firstDay(last)}T00:00:00Z`);
  end.setUTCDate(0);
  return { start: firstDay(from), end: end.toISOString().slice(0, 10) };
}

export function sumUp(rows: readonly { readonly id: EntityId }[], counted: Counted): Part {
  const amounts = rows.flatMap(({ id }) => counted.get(id) ?? []);
  return { matching: rows.length, counted: amounts.length, amount: printSum(amounts) };
}

/** Buckets plus undated plus imprecise (dates that span buckets) add up to the matching agreements. */
export function buildTimeline(
  matching: readonly Countable[],
  { bucket, counted }: { readonly bucket: Bucket; readonly counted: Counted },
): Timeline {
  const undated: Countable[] = [];
  const imprecise: Countable[] = [];
  const buckets = new Map<string, Countable[]>();
  for (const one of matching) {
    if (one.earliest === null || one.latest === null) {
      undated.push(one);
      continue;
    }
    const { start, end } = bucketOf(one.earliest, bucket);
    if (one.latest > end) imprecise.push(one);
    else appendTo(buckets, start, one);
  }
  return {
    buckets: [...buckets.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([start, rows]) => ({ ...bucketOf(start, bucket), part: sumUp(rows, counted) })),
    undated: sumUp(undated, counted),
    imprecise: sumUp(imprecise, counted),
  };
}

function appendTo(buckets: Map<string, Countable[]>, start: string, one: Countable): void {
  const rows = buckets.get(start);
  if (rows) rows.push(one);
  else buckets.set(start, [one]);
}
