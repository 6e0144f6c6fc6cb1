import type { Command } from "./command.ts";

/** What can be done with the claim that is under review. */
export interface ReviewContext {
  /** False where nobody may judge here, or nothing is left, or an answer is awaited. */
  readonly canJudge: boolean;
  readonly hasClaim: boolean;
  readonly judge: (status: "ACCEPTED" | "REJECTED" | "DISPUTED") => void;
  readonly correct: () => void;
  readonly move: (step: 1 | -1) => void;
  readonly open: () => void;
}

export type ReviewCommand = Command<ReviewContext>;

const canJudge = (context: ReviewContext): boolean => context.canJudge;
const hasClaim = (context: ReviewContext): boolean => context.hasClaim;

const acceptClaim: ReviewCommand = {
  id: "accept",
  label: "Accept",
  shortcut: "a",
  isEnabled: canJudge,
  run: ({ judge }) => judge("ACCEPTED"),
};
const rejectClaim: ReviewCommand = {
  id: "reject",
  label: "Reject",
  shortcut: "r",
  isEnabled: canJudge,
  run: ({ judge }) => judge("REJECTED"),
};
const disputeClaim: ReviewCommand = {
  id: "dispute",
  label: "Dispute",
  shortcut: "d",
  isEnabled: canJudge,
  run: ({ judge }) => judge("DISPUTED"),
};
const correctClaim: ReviewCommand = {
  id: "correct",
  label: "Correct",
  shortcut: "e",
  isEnabled: canJudge,
  run: ({ correct }) => correct(),
};
const nextClaim: ReviewCommand = {
  id: "next",
  label: "Next claim",
  shortcut: "j",
  isEnabled: hasClaim,
  run: ({ move }) => move(1),
};
const previousClaim: ReviewCommand = {
  id: "previous",
  label: "Previous claim",
  shortcut: "k",
  isEnabled: hasClaim,
  run: ({ move }) => move(-1),
};
const openSubject: ReviewCommand = {
  id: "open",
  label: "Open what it is about",
  shortcut: "o",
  isEnabled: hasClaim,
  run: ({ open }) => open(),
};

export const JUDGING: readonly ReviewCommand[] = [acceptClaim, rejectClaim, disputeClaim, correctClaim];

/** In the order of the help page. */
export const REVIEW_COMMANDS: readonly ReviewCommand[] = [...JUDGING, nextClaim, previousClaim, openSubject];
