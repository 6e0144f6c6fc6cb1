import { expand } from "../state/view.ts";
import type { Command, CommandContext } from "./command.ts";

const target = ({ view, cursor }: CommandContext): string | null => cursor ?? view.pair;

/** Adds the partners of the party at the cursor, or of the open pair. */
export const expandNeighbors: Command = {
  id: "expand",
  label: "Expand partners",
  shortcut: "e",
  isEnabled: (context) => {
    const id = target(context);
    const { focus, expanded } = context.view;
    return focus !== null && id !== null && id !== focus && !expanded.includes(id);
  },
  run: (context) => {
    const id = target(context);
    if (id !== null) context.setView(expand(id));
  },
};
