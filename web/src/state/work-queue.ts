/** Something to be judged, under a key that stays while its own id changes. */
export interface WorkItem<T> {
  readonly key: string;
  readonly value: T;
}

/** A list that a person works through: what came, what was decided, and where they are. */
export interface WorkQueue<T, Outcome> {
  readonly items: readonly WorkItem<T>[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** Null where there is nothing to do. */
  readonly at: string | null;
}

export const emptyQueue = <T, Outcome>(): WorkQueue<T, Outcome> => ({ items: [], outcomes: {}, at: null });

type Queue<T, O> = WorkQueue<T, O>;

const isOpen = <T, O>({ outcomes }: Queue<T, O>, key: string): boolean => outcomes[key] === undefined;

/** The next open item after `key`, going on from the start; null where none is open. */
function nextOpen<T, O>(queue: Queue<T, O>, key: string | null): string | null {
  const from = queue.items.findIndex((item) => item.key === key) + 1;
  const order = [...queue.items.slice(from), ...queue.items.slice(0, from)];
  return order.find((item) => isOpen(queue, item.key))?.key ?? null;
}

/** Adds what is not there yet, at the end; whoever had nothing to do starts with the first of it. */
export function arrive<T, O>(queue: Queue<T, O>, items: readonly WorkItem<T>[]): Queue<T, O> {
  const known = new Set(queue.items.map(({ key }) => key));
  const grown = { ...queue, items: [...queue.items, ...items.filter(({ key }) => !known.has(key))] };
  const isIdle = queue.at === null || !isOpen(queue, queue.at);
  return isIdle ? { ...grown, at: nextOpen(grown, queue.at) ?? queue.at } : grown;
}

/** Notes what was decided and goes on to the next open item; at the end it stays where it is. */
export function settle<T, O>(queue: Queue<T, O>, { key, value }: WorkItem<T>, outcome: O): Queue<T, O> {
  const settled = {
    ...withValue(queue, { key, value }),
    outcomes: { ...queue.outcomes, [key]: outcome },
  };
  return queue.at === key ? { ...settled, at: nextOpen(settled, key) ?? key } : settled;
}

/** Opens an item again, as it stands now, and goes back to it. */
export function reopen<T, O>(queue: Queue<T, O>, item: WorkItem<T>): Queue<T, O> {
  const { [item.key]: _, ...outcomes } = queue.outcomes;
  return { ...withValue(queue, item), outcomes, at: item.key };
}

/** Shows an item as it stands now. */
export const withValue = <T, O>(queue: Queue<T, O>, { key, value }: WorkItem<T>): Queue<T, O> => ({
  ...queue,
  items: queue.items.map((item) => (item.key === key ? { key, value } : item)),
});

/** Goes to the item `step` places on, judged or not; at the ends it stays. */
export function move<T, O>(queue: Queue<T, O>, step: 1 | -1): Queue<T, O> {
  const place = queue.items.findIndex(({ key }) => key === queue.at);
  const next = queue.items[place + step];
  return next ? { ...queue, at: next.key } : queue;
}

export const goTo = <T, O>(queue: Queue<T, O>, key: string): Queue<T, O> =>
  queue.items.some((item) => item.key === key) ? { ...queue, at: key } : queue;

export const currentItem = <T, O>({ items, at }: Queue<T, O>): WorkItem<T> | null =>
  items.find(({ key }) => key === at) ?? null;

export const openCount = <T, O>(queue: Queue<T, O>): number =>
  queue.items.filter(({ key }) => isOpen(queue, key)).length;
