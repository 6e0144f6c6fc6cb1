import { expect, test, vi } from "vitest";
import { EMPTY_VIEW } from "../state/view.ts";
import type { CommandContext } from "./command.ts";
import { COMMANDS, DESK_COMMANDS } from "./commands.ts";
import { DUPLICATE_COMMANDS } from "./duplicate-commands.ts";
import { findCommand } from "./find-command.ts";
import { REVIEW_COMMANDS, type ReviewContext } from "./review-commands.ts";

const context = (more: Partial<CommandContext> = {}): CommandContext => ({
  view: EMPTY_VIEW,
  cursor: null,
  isListShown: false,
  adding: { isAllowed: true },
  setView: vi.fn(),
  fitGraph: vi.fn(),
  focusSearch: vi.fn(),
  focusGraph: vi.fn(),
  openDialog: vi.fn(),
  undoLast: null,
  ...more,
});
const press = (key: string, more = {}) => ({ key, hasModifier: false, isTyping: false, ...more });

test("a key finds its command", () => {
  expect(findCommand(COMMANDS, press("/"), context())?.id).toBe("search");
});

test("letters are text while typing, and the browser keeps its own shortcuts", () => {
  expect(findCommand(COMMANDS, press("f", { isTyping: true }), context())).toBeNull();
  expect(findCommand(COMMANDS, press("f", { hasModifier: true }), context())).toBeNull();
});

test("expand works on the party at the cursor, and only around a hub", () => {
  const setView = vi.fn();
  const ready = context({ view: { ...EMPTY_VIEW, focus: "country:CHN" }, cursor: "country:KAZ", setView });
  findCommand(COMMANDS, press("e"), ready)?.run(ready);
  expect(setView).toHaveBeenCalledOnce();
  expect(findCommand(COMMANDS, press("e"), context({ cursor: "country:KAZ" }))).toBeNull();
});

test.each([
  ["the graph", COMMANDS],
  ["the review queue", [...DESK_COMMANDS, ...REVIEW_COMMANDS]],
  ["the duplicates", [...DESK_COMMANDS, ...DUPLICATE_COMMANDS]],
])("no two commands that work together share a key: %s", (_where, commands) => {
  expect(new Set(commands.map(({ shortcut }) => shortcut)).size).toBe(commands.length);
});

test("one key judges a claim, and none does where nobody may judge", () => {
  const judge = vi.fn();
  const review: ReviewContext = {
    canJudge: true,
    hasClaim: true,
    judge,
    correct: vi.fn(),
    move: vi.fn(),
    open: vi.fn(),
  };
  findCommand(REVIEW_COMMANDS, press("r"), review)?.run(review);
  expect(judge).toHaveBeenCalledWith("REJECTED");
  expect(findCommand(REVIEW_COMMANDS, press("r"), { ...review, canJudge: false })).toBeNull();
  expect(findCommand(REVIEW_COMMANDS, press("j"), { ...review, canJudge: false })?.id).toBe("next");
});

test("undoing needs something to undo, going back to now a past", () => {
  expect(findCommand(COMMANDS, press("u"), context())).toBeNull();
  expect(findCommand(COMMANDS, press("u"), context({ undoLast: vi.fn() }))?.id).toBe("undo");
  expect(findCommand(COMMANDS, press("n"), context())).toBeNull();
  expect(findCommand(COMMANDS, press("n"), context({ view: { ...EMPTY_VIEW, asOf: "3" } }))?.id).toBe("now");
});
