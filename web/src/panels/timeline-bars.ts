export interface YearBucket {
  readonly start: string;
  readonly part: { readonly matching: number; readonly amount: string };
}
export interface YearBar {
  readonly year: number;
  readonly count: number;
}

/** One bar for each year from the first bucket to the last, empty years included. */
export function yearBars(buckets: readonly YearBucket[]): readonly YearBar[] {
  const counts = new Map(buckets.map((bucket) => [Number(bucket.start.slice(0, 4)), bucket.part.matching]));
  const years = [...counts.keys()];
  if (years.length === 0) return [];
  const first = Math.min(...years);
  const last = Math.max(...years);
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    year: first + index,
    count: counts.get(first + index) ?? 0,
  }));
}

/** Years that get a label: at most `limit`, on round steps. */
export function tickYears(first: number, last: number, limit: number): readonly number[] {
  const step = [1, 2, 5, 10, 20, 50].find((size) => (last - first) / size <= limit) ?? 100;
  const ticks: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) ticks.push(year);
  return ticks;
}
