import type { Command } from "./command.ts";

export const explainSum: Command = {
  id: "sum",
  label: "What the sum counts, and what it leaves out",
  shortcut: "s",
  run: ({ openDialog }) => openDialog("sum"),
};
