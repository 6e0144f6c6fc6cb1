import type { Permission } from "../state/permission.ts";
import type { Transition, View } from "../state/view.ts";

/** What a command may see and do; the page supplies it. */
export interface CommandContext {
  readonly view: View;
  /** The party where the keyboard is in the graph. */
  readonly cursor: string | null;
  readonly isListShown: boolean;
  /** Whether articles may be added. */
  readonly adding: Permission;
  readonly setView: (transition: Transition) => void;
  readonly fitGraph: () => void;
  readonly focusSearch: () => void;
  readonly focusGraph: () => void;
  readonly openDialog: (name: DialogName) => void;
  /** Undoes the last review, merge or mark of this visit; null where there is none, or where it may not be. */
  readonly undoLast: (() => void) | null;
}

export type DialogName = "help" | "article" | "sum" | "history";

/** One object feeds the button, the shortcut and the help page. */
export interface Command<Context = CommandContext> {
  readonly id: string;
  readonly label: string;
  /** A `KeyboardEvent.key`. */
  readonly shortcut: string;
  readonly isEnabled?: (context: Context) => boolean;
  readonly run: (context: Context) => void;
}
