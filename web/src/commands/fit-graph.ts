import type { Command } from "./command.ts";

export const fitGraph: Command = {
  id: "fit",
  label: "Fit the graph",
  shortcut: "f",
  isEnabled: ({ isListShown }) => !isListShown,
  run: (context) => context.fitGraph(),
};
