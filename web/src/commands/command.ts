import type { Transition, View } from "../state/view.ts";

/** What a command may see and do; the page supplies it. */
export interface CommandContext {
  readonly view: View;
  /** The party where the keyboard is in the graph. */
  readonly cursor: string | null;
  readonly isListShown: boolean;
  readonly setView: (transition: Transition) => void;
  readonly fitGraph: () => void;
  readonly focusSearch: () => void;
  readonly focusGraph: () => void;
  readonly openDialog: (name: "help" | "article" | "sum") => void;
}

/** One object feeds the button, the shortcut and the help page. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** A `KeyboardEvent.key`. */
  readonly shortcut: string;
  readonly isEnabled?: (context: CommandContext) => boolean;
  readonly run: (context: CommandContext) => void;
}
