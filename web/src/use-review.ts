import { useCallback, useMemo } from "react";
import { useClient } from "urql";
import { REVIEW_CLAIM, UNDO_REVIEW, type QueueClaim, type ReviewStatus } from "./api/review.ts";
import { reasonOf } from "./wording/reason-of.ts";

export interface Judgment {
  readonly status: ReviewStatus;
  /** A correction; only with ACCEPTED. */
  readonly value?: string;
}

/** What became of a judgment. */
export type Judged =
  | { readonly result: "done"; readonly claim: QueueClaim }
  /** Somebody else was faster: the claim as it stands now, where it still stands. */
  | { readonly result: "stale"; readonly claim: QueueClaim | null; readonly message: string }
  | { readonly result: "refused"; readonly message: string };

interface Reviewing {
  readonly judge: (claim: QueueClaimLike, judgment: Judgment) => Promise<Judged>;
  /** Takes the newest judgment back and answers the claim as it is then; rejects with the reason where it cannot. */
  readonly takeBack: (id: string) => Promise<QueueClaim>;
}

interface QueueClaimLike {
  readonly id: string;
  readonly status: ReviewStatus;
}

/** Every answer in the cache may be about what was judged. */
const STALE = { additionalTypenames: ["Agreement", "Claim"] };
const NO_ANSWER = "The server sent no answer.";

/** Judges claims as the reader sees them: what changed meanwhile is shown, never overwritten. */
export function useReview(): Reviewing {
  const client = useClient();
  const judge = useCallback<Reviewing["judge"]>(
    async ({ id, status: expectedStatus }, { status, value }) => {
      const input = { id, status, expectedStatus, ...(value === undefined ? {} : { value }) };
      const { data, error } = await client.mutation(REVIEW_CLAIM, { input }, STALE).toPromise();
      if (error) return { result: "refused", message: reasonOf(error) };
      const [fault] = data?.reviewClaim.errors ?? [];
      if (fault?.__typename === "Stale") {
        const current = fault.current?.__typename === "Claim" ? fault.current : null;
        return { result: "stale", claim: current, message: fault.message };
      }
      if (fault) return { result: "refused", message: fault.message };
      const claim = data?.reviewClaim.claim;
      return claim ? { result: "done", claim } : { result: "refused", message: NO_ANSWER };
    },
    [client],
  );
  const takeBack = useCallback<Reviewing["takeBack"]>(
    async (id) => {
      const variables = { claim: id, reason: "Taken back in the explorer" };
      const { data, error } = await client.mutation(UNDO_REVIEW, variables, STALE).toPromise();
      if (error) throw new Error(reasonOf(error));
      const [fault] = data?.undoReview.errors ?? [];
      if (fault) throw new Error(fault.message);
      const claim = data?.undoReview.claim;
      if (!claim) throw new Error(NO_ANSWER);
      return claim;
    },
    [client],
  );
  return useMemo(() => ({ judge, takeBack }), [judge, takeBack]);
}
