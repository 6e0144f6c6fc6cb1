import type { Command } from "./command.ts";

/** Arrow keys work in the graph itself; this brings the keyboard there. */
export const walkGraph: Command = {
  id: "walk",
  label: "Walk the graph with the arrow keys",
  shortcut: "g",
  isEnabled: ({ isListShown }) => !isListShown,
  run: ({ focusGraph }) => focusGraph(),
};
