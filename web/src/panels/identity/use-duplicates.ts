import { useCallback, useEffect, useRef, useState } from "react";
import { directClient } from "../../api/client.ts";
import { POSSIBLE_DUPLICATES, type DuplicatePair } from "../../api/identity.ts";
import {
  arrive,
  currentItem,
  emptyQueue,
  goTo,
  move,
  openCount,
  reopen,
  settle,
  type WorkItem,
  type WorkQueue,
} from "../../state/work-queue.ts";
import { useNotice } from "../../use-notices.ts";
import { reasonOf } from "../../wording/reason-of.ts";

const PAGE = 20;
/** When fewer than this are left of what was loaded, more is fetched. */
const FETCH_BELOW = 4;

export type PairOutcome = "merged" | "apart";
type Queue = WorkQueue<DuplicatePair, PairOutcome>;

interface Page {
  readonly hasMore: boolean;
  readonly cursor: string | null;
  readonly waiting: number;
}

/** What was done with a pair, how it is told, and how it is taken back. */
export interface Settled {
  readonly outcome: PairOutcome;
  readonly text: string;
  readonly undo: () => Promise<string>;
}

export interface DuplicatesAnswer {
  readonly queue: Queue;
  readonly current: WorkItem<DuplicatePair> | null;
  readonly waiting: number | null;
  readonly problem: string | null;
  readonly settle: (item: WorkItem<DuplicatePair>, settled: Settled) => void;
  readonly move: (step: 1 | -1) => void;
  readonly goTo: (key: string) => void;
  readonly retry: () => void;
}

const itemOf = (pair: DuplicatePair): WorkItem<DuplicatePair> => ({
  key: `${pair.a.id} ${pair.b.id}`,
  value: pair,
});

/** Pairs that may be one, the likeliest first, loaded as they are worked through. */
export function useDuplicates(): DuplicatesAnswer {
  const [queue, setQueue] = useState<Queue>(emptyQueue);
  const [page, setPage] = useState<Page | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isLoading = useRef(false);
  const notice = useNotice();

  const load = useCallback(async (after: string | null) => {
    if (isLoading.current) return;
    isLoading.current = true;
    const { data, error } = await directClient.query(POSSIBLE_DUPLICATES, { first: PAGE, after }).toPromise();
    isLoading.current = false;
    if (error || !data) return setProblem(error ? reasonOf(error) : "The server sent no answer.");
    const { nodes, count, pageInfo } = data.possibleDuplicates;
    setQueue((old) => arrive(old, nodes.map(itemOf)));
    setPage({ hasMore: pageInfo.hasNextPage, cursor: pageInfo.endCursor, waiting: count.value });
  }, []);
  const needsMore = page === null || (page.hasMore && openCount(queue) < FETCH_BELOW);
  const cursor = page?.cursor ?? null;
  useEffect(() => {
    // Deferred, because what is fetched belongs to the next paint, not to this one.
    if (needsMore && problem === null) queueMicrotask(() => void load(cursor));
  }, [needsMore, problem, load, cursor]);
  const countBy = (change: number) =>
    setPage((old) => old && { ...old, waiting: Math.max(0, old.waiting + change) });

  return {
    queue,
    current: currentItem(queue),
    waiting: page?.waiting ?? null,
    problem,
    settle: (item, { outcome, text, undo }) => {
      setQueue((old) => settle(old, item, outcome));
      countBy(-1);
      notice.done({
        text,
        undo: async () => {
          const told = await undo();
          setQueue((old) => reopen(old, item));
          countBy(1);
          return told;
        },
      });
    },
    move: (step) => setQueue((old) => move(old, step)),
    goTo: (key) => setQueue((old) => goTo(old, key)),
    retry: () => setProblem(null),
  };
}
