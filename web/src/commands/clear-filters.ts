import { clearFilter, isFiltered } from "../state/filters.ts";
import type { Command } from "./command.ts";

export const clearFilters: Command = {
  id: "clear",
  label: "Clear all filters",
  shortcut: "x",
  isEnabled: ({ view }) => isFiltered(view),
  run: ({ setView }) => setView(clearFilter()),
};
