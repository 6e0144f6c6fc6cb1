import type { ReviewStatus } from "../../api/review.ts";
import type { Judgment } from "../../use-review.ts";

const WORDS: Readonly<Record<ReviewStatus, string>> = {
  ACCEPTED: "Accepted",
  REJECTED: "Rejected",
  DISPUTED: "Disputed",
  PROPOSED: "Reopened",
};

/** What a reviewer did, as it is told afterwards. */
export const outcomeOf = ({ status, value }: Judgment): string =>
  value === undefined ? WORDS[status] : "Corrected";

/** How a claim stands, as people read it. */
export const standingOf = (status: ReviewStatus): string =>
  status === "PROPOSED" ? "not reviewed" : status.toLowerCase();
