import { undoLast } from "../commands/undo-last.ts";
import type { CommandContext } from "../commands/command.ts";
import type { Notices } from "../state/notices.ts";

interface Props {
  readonly notices: Notices;
  readonly context: CommandContext;
  readonly onDismiss: () => void;
}

/** What happened last, with its undoing. It stays until something else happens: nobody has to hurry. */
export function NoticeBar({ notices, context, onDismiss }: Props) {
  const canUndo = undoLast.isEnabled?.(context) ?? true;
  return (
    <div className={notices.text === null ? "notice" : "notice is-shown"}>
      <p role="status" data-testid="notice">
        {notices.text}
      </p>
      {notices.text !== null && (
        <>
          {canUndo && (
            <button
              type="button"
              className="button is-small"
              title={undoLast.label}
              onClick={() => undoLast.run(context)}
            >
              Undo <kbd aria-hidden="true">{undoLast.shortcut}</kbd>
            </button>
          )}
          <button type="button" className="icon-button" aria-label="Dismiss" onClick={onDismiss}>
            ×
          </button>
        </>
      )}
    </div>
  );
}
