import { expect, test, vi } from "vitest";
import { EMPTY_VIEW } from "../state/view.ts";
import type { CommandContext } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { findCommand } from "./find-command.ts";

const context = (more: Partial<CommandContext> = {}): CommandContext => ({
  view: EMPTY_VIEW,
  cursor: null,
  isListShown: false,
  setView: vi.fn(),
  fitGraph: vi.fn(),
  focusSearch: vi.fn(),
  focusGraph: vi.fn(),
  openDialog: vi.fn(),
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

test("no two commands share a key", () => {
  expect(new Set(COMMANDS.map(({ shortcut }) => shortcut)).size).toBe(COMMANDS.length);
});
