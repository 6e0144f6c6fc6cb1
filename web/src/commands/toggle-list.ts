import { showAs } from "../state/view.ts";
import type { Command } from "./command.ts";

export const toggleList: Command = {
  id: "list",
  label: "Switch between graph and list",
  shortcut: "t",
  run: ({ isListShown, setView }) => setView(showAs(isListShown ? "graph" : "list")),
};
