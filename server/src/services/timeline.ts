import { formatCents, type EntityId } from "@entente/graph-schema";
import { COUNTED_STATUSES } from "../store/agreement-keys.ts";
import type { Countable } from "../store/graph-store.ts";

export type Bucket = "month" | "quarter" | "year" | "decade";

export interface Part {
  readonly matching: number;
  readonly counted: number;
  /** Exact US dollars. */
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

/** Parts of umbrella agreements outside the matching ones, so that a chain of parts can be followed through them. */
export type Umbrellas = ReadonlyMap<EntityId, readonly EntityId[]>;

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

/** Its amount would be counted, whatever it is part of: concluded, for aggregates, with an amount in USD. */
function isEligible({ status, notForAggregates, usdCents }: Countable): boolean {
  return (COUNTED_STATUSES as readonly string[]).includes(status) && !notForAggregates && usdCents !== null;
}

/**
 * The agreements whose amount counts: eligible, and no part of an eligible agreement that matches too. An umbrella
 * without an amount takes nothing away from its parts.
 */
export function countedIds(matching: readonly Countable[], umbrellas: Umbrellas): ReadonlySet<EntityId> {
  const byId = new Map(matching.map((one) => [one.id, one]));
  const eligible = new Set(matching.filter(isEligible).map(({ id }) => id));
  const parentsOf = (id: EntityId): readonly EntityId[] => byId.get(id)?.partOf ?? umbrellas.get(id) ?? [];
  const hasCountedAncestor = (id: EntityId): boolean => {
    const seen = new Set([id]);
    const open = [...parentsOf(id)];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      if (eligible.has(next)) return true;
      seen.add(next);
      open.push(...parentsOf(next));
    }
    return false;
  };
  return new Set([...eligible].filter((id) => !hasCountedAncestor(id)));
}

function sumUp(rows: readonly Countable[], counted: ReadonlySet<EntityId>): Part {
  const amounts = rows.flatMap(({ id, usdCents }) =>
    usdCents !== null && counted.has(id) ? [usdCents] : [],
  );
  const cents = amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);
  return { matching: rows.length, counted: amounts.length, amount: formatCents(cents) };
}

/** Buckets plus undated plus imprecise (dates that span buckets) add up to the matching agreements. */
export function buildTimeline(
  matching: readonly Countable[],
  { bucket, umbrellas }: { readonly bucket: Bucket; readonly umbrellas: Umbrellas },
): Timeline {
  const counted = countedIds(matching, umbrellas);
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
