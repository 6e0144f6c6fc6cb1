import { leaveDesk, openDesk } from "../state/view.ts";
import type { Command } from "./command.ts";

export const openReview: Command = {
  id: "review",
  label: "Review queue",
  shortcut: "q",
  run: ({ view, setView }) => setView(view.desk === "review" ? leaveDesk : openDesk("review")),
};
