import { leaveDesk, openDesk } from "../state/view.ts";
import type { Command } from "./command.ts";

export const openDuplicates: Command = {
  id: "duplicates",
  label: "Possible duplicates",
  shortcut: "p",
  run: ({ view, setView }) => setView(view.desk === "duplicates" ? leaveDesk : openDesk("duplicates")),
};
