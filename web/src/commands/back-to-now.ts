import { returnToNow } from "../state/as-of.ts";
import type { Command } from "./command.ts";

export const backToNow: Command = {
  id: "now",
  label: "Back to now",
  shortcut: "n",
  isEnabled: ({ view }) => view.asOf !== null,
  run: ({ setView }) => setView(returnToNow),
};
