import type { Command } from "./command.ts";

export interface KeyPress {
  readonly key: string;
  /** Ctrl, Alt or Cmd: the browser's own shortcuts. */
  readonly hasModifier: boolean;
  /** Typing in a field, or a dialog is open: letters are text there. */
  readonly isTyping: boolean;
}

/** The command that a key press asks for now, or null. */
export function findCommand<Context>(
  commands: readonly Command<Context>[],
  press: KeyPress,
  context: Context,
): Command<Context> | null {
  if (press.hasModifier || press.isTyping) return null;
  const command = commands.find(({ shortcut }) => shortcut === press.key);
  return command && (command.isEnabled?.(context) ?? true) ? command : null;
}
