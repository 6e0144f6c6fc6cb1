import type { Command } from "./command.ts";

export const undoLast: Command = {
  id: "undo",
  label: "Undo the last review or merge",
  shortcut: "u",
  isEnabled: (context) => context.undoLast !== null,
  run: (context) => context.undoLast?.(),
};
