import { useCallback, useEffect, useRef, useState } from "react";
import { directClient } from "../../api/client.ts";
import { REVIEW_QUEUE, type QueueClaim, type ReviewStatus } from "../../api/review.ts";
import {
  arrive,
  currentItem,
  emptyQueue,
  goTo,
  move,
  openCount,
  reopen,
  settle,
  withValue,
  type WorkItem,
  type WorkQueue,
} from "../../state/work-queue.ts";
import { useNotice } from "../../use-notices.ts";
import { useReview, type Judged, type Judgment } from "../../use-review.ts";
import { claimText } from "../../wording/claim-text.ts";
import { reasonOf } from "../../wording/reason-of.ts";
import { outcomeOf } from "./outcome-words.ts";

/** Claims a page: a reviewer should not wait for more than one sentence. */
const PAGE = 20;
/** When fewer than this are left of what was loaded, more is fetched. */
const FETCH_BELOW = 6;

type Queue = WorkQueue<QueueClaim, ReviewStatus>;

interface Page {
  readonly hasMore: boolean;
  readonly cursor: string | null;
  /** How many wait, those not loaded included. */
  readonly waiting: number;
}

export interface ReviewQueueAnswer {
  readonly queue: Queue;
  readonly current: WorkItem<QueueClaim> | null;
  /** How many wait in all; null until the server has said. */
  readonly waiting: number | null;
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly judge: (judgment: Judgment) => Promise<Judged | null>;
  readonly move: (step: 1 | -1) => void;
  readonly goTo: (key: string) => void;
  readonly retry: () => void;
}

const itemOf = (claim: QueueClaim): WorkItem<QueueClaim> => ({ key: claim.id, value: claim });

/** The claims that wait, of one source or of all: loads them as they are worked through, and keeps the reader's place. */
export function useReviewQueue(source: string | null): ReviewQueueAnswer {
  const [queue, setQueue] = useState<Queue>(emptyQueue);
  const [page, setPage] = useState<Page | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isLoading = useRef(false);
  const notice = useNotice();
  const { judge: send, takeBack } = useReview();

  const load = useCallback(
    async (after: string | null) => {
      if (isLoading.current) return;
      isLoading.current = true;
      const variables = { document: source, first: PAGE, after };
      const { data, error } = await directClient.query(REVIEW_QUEUE, variables).toPromise();
      isLoading.current = false;
      if (error || !data) return setProblem(error ? reasonOf(error) : "The server sent no answer.");
      const { nodes, count, pageInfo } = data.reviewQueue;
      setProblem(null);
      setQueue((old) => arrive(old, nodes.map(itemOf)));
      setPage({ hasMore: pageInfo.hasNextPage, cursor: pageInfo.endCursor, waiting: count.value });
    },
    [source],
  );
  const needsMore = page === null || (page.hasMore && openCount(queue) < FETCH_BELOW);
  const cursor = page?.cursor ?? null;
  useEffect(() => {
    // Deferred, because what is fetched belongs to the next paint, not to this one.
    if (needsMore && problem === null) queueMicrotask(() => void load(cursor));
  }, [needsMore, problem, load, cursor]);

  const current = currentItem(queue);
  const countBy = (change: number) =>
    setPage((old) => old && { ...old, waiting: Math.max(0, old.waiting + change) });

  const judge = async (judgment: Judgment): Promise<Judged | null> => {
    if (!current || isBusy) return null;
    const { key, value: before } = current;
    setBusy(true);
    const judged = await send(before, judgment);
    setBusy(false);
    if (judged.result === "refused") return judged;
    if (judged.result === "stale") {
      notice.say(judged.message);
      const seen = judged.claim;
      setQueue((old) => (seen ? withValue(old, { key, value: seen }) : settle(old, current, "REJECTED")));
      if (before.status === "PROPOSED" && seen?.status !== "PROPOSED") countBy(-1);
      return judged;
    }
    // What it was about may be gone by now; the reviewer still sees what they judged.
    const value = { ...judged.claim, subject: judged.claim.subject ?? before.subject };
    const settled = settle(queue, { key, value }, judgment.status);
    setQueue((old) => settle(old, { key, value }, judgment.status));
    if (before.status === "PROPOSED") countBy(-1);
    const next = currentItem(settled);
    const isNext = next !== null && next.key !== key;
    notice.done({
      text: `${outcomeOf(judgment)}: ${claimText(value)}. ${isNext ? `Next: ${claimText(next.value)}.` : "Nothing else waits here."}`,
      undo: async () => {
        const claim = await takeBack(judged.claim.id);
        setQueue((old) => reopen(old, { key, value: claim }));
        if (claim.status === "PROPOSED") countBy(1);
        return `Taken back: ${claimText(claim)} is ${claim.status === "PROPOSED" ? "to be reviewed again" : claim.status.toLowerCase()}.`;
      },
    });
    return judged;
  };

  return {
    queue,
    current,
    waiting: page?.waiting ?? null,
    isBusy,
    problem,
    judge,
    move: (step) => setQueue((old) => move(old, step)),
    goTo: (key) => setQueue((old) => goTo(old, key)),
    retry: () => setProblem(null),
  };
}
