import { useEffect, useState } from "react";
import { directClient } from "../../api/client.ts";
import { REVIEW_CLAIM, type QueueClaim, type ReviewStatus, type Subject } from "../../api/review.ts";
import { describeChange } from "../../wording/describe-change.ts";

/** What accepting and rejecting a claim would change, in words; null where it is not known yet. */
export interface Preview {
  readonly accepted: readonly string[] | null;
  readonly rejected: readonly string[] | null;
}

const UNKNOWN: Preview = { accepted: null, rejected: null };

function changeOf(before: Subject, after: Subject): readonly string[] {
  if (before?.__typename === "Agreement") {
    return describeChange(before, after?.__typename === "Agreement" ? after : null);
  }
  if (after === null) return before === null ? [] : [`${before.name} leaves the graph.`];
  return before !== null && before.name !== after.name ? [`Name: ${before.name} → ${after.name}`] : [];
}

async function ask(claim: QueueClaim, status: ReviewStatus): Promise<readonly string[]> {
  const input = { id: claim.id, status, expectedStatus: claim.status, dryRun: true };
  const { data, error } = await directClient.mutation(REVIEW_CLAIM, { input }).toPromise();
  const [fault] = data?.reviewClaim.errors ?? [];
  if (fault) return [fault.message];
  if (error || !data) return ["The server does not say."];
  return changeOf(claim.subject, data.reviewClaim.claim?.subject ?? null);
}

/** Asks the server itself, by dry runs: what a review changes is decided in one place only. */
export function usePreview(claim: QueueClaim | null, isAllowed: boolean): Preview {
  const [known, setKnown] = useState<{ readonly of: QueueClaim; readonly preview: Preview } | null>(null);
  useEffect(() => {
    if (claim === null || !isAllowed) return;
    let isCurrent = true;
    void Promise.all([ask(claim, "ACCEPTED"), ask(claim, "REJECTED")]).then(([accepted, rejected]) => {
      if (isCurrent) setKnown({ of: claim, preview: { accepted, rejected } });
    });
    return () => {
      isCurrent = false;
    };
  }, [claim, isAllowed]);
  return known?.of === claim ? known.preview : UNKNOWN;
}
