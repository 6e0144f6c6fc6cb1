import type { Command } from "./command.ts";

export const search: Command = {
  id: "search",
  label: "Search",
  shortcut: "/",
  run: ({ focusSearch }) => focusSearch(),
};
