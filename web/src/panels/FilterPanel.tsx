import { AGREEMENT_KINDS, AGREEMENT_STATUSES, SECTORS } from "@entente/graph-schema";
import { activeFilters, clearFilter, toggleFilter } from "../state/filters.ts";
import type { Filters, Transition } from "../state/view.ts";
import { labelOf } from "../wording/labels.ts";

interface Props {
  readonly filters: Filters;
  readonly isWide: boolean;
  readonly setView: (transition: Transition, how?: "push" | "replace") => void;
}

const GROUPS = [
  { name: "statuses", title: "Status", words: AGREEMENT_STATUSES },
  { name: "kinds", title: "Kind", words: AGREEMENT_KINDS },
  { name: "sectors", title: "Sector", words: SECTORS },
] as const;

/** Kind, status and sector; years are set on the timeline. */
export function FilterPanel({ filters, isWide, setView }: Props) {
  const active = activeFilters(filters);
  return (
    <section className="filters" aria-label="Filters">
      <details open={isWide}>
        <summary>Filters{active.length > 0 ? ` (${active.length})` : ""}</summary>
        <div className="filters-head">
          <h2>Filters</h2>
          {active.length > 0 && (
            <button type="button" className="link" onClick={() => setView(clearFilter())}>
              Clear
            </button>
          )}
        </div>
        {GROUPS.map(({ name, title, words }) => (
          <fieldset key={name}>
            <legend>{title}</legend>
            {words.map((word) => (
              <label key={word} className="check">
                <input
                  type="checkbox"
                  checked={(filters[name] as readonly string[]).includes(word)}
                  onChange={() => setView(toggleFilter(name, word), "replace")}
                />
                {labelOf(word)}
              </label>
            ))}
          </fieldset>
        ))}
      </details>
    </section>
  );
}
