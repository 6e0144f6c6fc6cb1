import { stepBack } from "../state/view.ts";
import type { Command } from "./command.ts";

export const stepOut: Command = {
  id: "back",
  label: "One step back: queue, agreement, pair, party, overview",
  shortcut: "Escape",
  isEnabled: ({ view }) =>
    view.desk !== null || view.record !== null || view.focus !== null || view.agreement !== null,
  run: ({ setView }) => setView(stepBack),
};
