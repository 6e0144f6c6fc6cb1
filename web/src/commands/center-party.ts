import { focusOn } from "../state/view.ts";
import type { Command, CommandContext } from "./command.ts";

const target = ({ view, cursor }: CommandContext): string | null => cursor ?? view.pair;

/** Makes the party at the cursor, or of the open pair, the middle of the ring. */
export const centerParty: Command = {
  id: "center",
  label: "Put in the middle",
  shortcut: "c",
  isEnabled: (context) => {
    const id = target(context);
    return id !== null && id !== context.view.focus;
  },
  run: (context) => {
    const id = target(context);
    if (id !== null) context.setView(focusOn(id));
  },
};
