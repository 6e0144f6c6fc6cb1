import type { Command } from "./command.ts";

export const openHistory: Command = {
  id: "history",
  label: "See the graph as it was known before",
  shortcut: "h",
  run: ({ openDialog }) => openDialog("history"),
};
