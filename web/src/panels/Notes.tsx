import type { CombinedError } from "urql";
import { activeFilters, clearFilter } from "../state/filters.ts";
import type { Filters, Transition } from "../state/view.ts";
import { wordOf } from "../wording/labels.ts";
import { reasonOf } from "../wording/reason-of.ts";

export function LoadingNote({ what }: { readonly what: string }) {
  return (
    <p className="note" role="status">
      Loading {what}…
    </p>
  );
}

interface ErrorNoteProps {
  readonly error: CombinedError;
  readonly onRetry: () => void;
  /** True where the last good answer is still shown. */
  readonly isStale?: boolean;
}

export function ErrorNote({ error, onRetry, isStale = false }: ErrorNoteProps) {
  return (
    <div className="note is-error" role="alert">
      <p>
        {reasonOf(error)} {isStale ? "The last graph stays on screen." : ""}
      </p>
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}

const NAMES = { kinds: "kind", statuses: "status", sectors: "sector", years: "years" };

interface NoResultsProps {
  readonly filters: Filters;
  readonly setView: (transition: Transition) => void;
}

/** Nothing matches: names each filter that could be relaxed. */
export function NoResults({ filters, setView }: NoResultsProps) {
  const active = activeFilters(filters);
  return (
    <div className="note" role="status">
      <p>
        {active.length === 0 ? "No agreements are known here yet." : "No agreement passes these filters."}
      </p>
      <div className="note-actions">
        {active.map(({ name, words }) => (
          <button key={name} type="button" className="button" onClick={() => setView(clearFilter(name))}>
            Drop {NAMES[name]}: {words.map(wordOf).join(", ")}
          </button>
        ))}
      </div>
    </div>
  );
}
