import type { Command } from "./command.ts";

export const showHelp: Command = {
  id: "help",
  label: "Keyboard shortcuts and legend",
  shortcut: "?",
  run: ({ openDialog }) => openDialog("help"),
};
