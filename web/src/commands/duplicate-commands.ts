import type { Command } from "./command.ts";

/** What can be done with the pair on screen. */
export interface DuplicateContext {
  /** False where nobody may judge here, or nothing is left, or an answer is awaited. */
  readonly canJudge: boolean;
  readonly hasPair: boolean;
  readonly merge: () => void;
  readonly markNotSame: () => void;
  readonly move: (step: 1 | -1) => void;
}

type DuplicateCommand = Command<DuplicateContext>;

const canJudge = (context: DuplicateContext): boolean => context.canJudge;
const hasPair = (context: DuplicateContext): boolean => context.hasPair;

const mergePair: DuplicateCommand = {
  id: "merge",
  label: "Merge, with a preview",
  shortcut: "m",
  isEnabled: canJudge,
  run: ({ merge }) => merge(),
};
const tellApart: DuplicateCommand = {
  id: "not-same",
  label: "Not the same",
  shortcut: "x",
  isEnabled: canJudge,
  run: ({ markNotSame }) => markNotSame(),
};
const nextPair: DuplicateCommand = {
  id: "next",
  label: "Next pair",
  shortcut: "j",
  isEnabled: hasPair,
  run: ({ move }) => move(1),
};
const previousPair: DuplicateCommand = {
  id: "previous",
  label: "Previous pair",
  shortcut: "k",
  isEnabled: hasPair,
  run: ({ move }) => move(-1),
};

export const JUDGING_PAIRS: readonly DuplicateCommand[] = [mergePair, tellApart];

/** In the order of the help page. */
export const DUPLICATE_COMMANDS: readonly DuplicateCommand[] = [...JUDGING_PAIRS, nextPair, previousPair];
