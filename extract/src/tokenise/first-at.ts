/** Index of the first item, in a list sorted by what `position` reads, that lies at `at` or after it. */
export function firstAt<T>(items: readonly T[], at: number, position: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && position(item) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
