/** Works on up to `width` items at once and yields the results in the order of the items. */
export async function* mapInOrder<Item, Result>(
  items: AsyncIterable<Item>,
  width: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const under: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    // A later one may fail while an earlier one is waited for; the fault is told when its turn comes.
    void result.catch(() => undefined);
    under.push(result);
    const first = under.length >= width ? under.shift() : undefined;
    if (first) yield await first;
  }
  for (const result of under) yield await result;
}
