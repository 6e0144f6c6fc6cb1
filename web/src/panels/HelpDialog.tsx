import type { Command } from "../commands/command.ts";
import { COMMANDS } from "../commands/commands.ts";
import { DUPLICATE_COMMANDS } from "../commands/duplicate-commands.ts";
import { REVIEW_COMMANDS } from "../commands/review-commands.ts";
import { Dialog } from "./Dialog.tsx";

interface Props {
  readonly onClose: () => void;
  readonly areShortcutsOn: boolean;
  readonly onShortcuts: (on: boolean) => void;
}

const keyName = (key: string): string => (key === "Escape" ? "Esc" : key);

type Key = Pick<Command, "id" | "label" | "shortcut">;

function KeyRows({ commands }: { readonly commands: readonly Key[] }) {
  return commands.map(({ id, label, shortcut }) => (
    <div key={id}>
      <dt>
        <kbd>{keyName(shortcut)}</kbd>
      </dt>
      <dd>{label}</dd>
    </div>
  ));
}

export function HelpDialog({ onClose, areShortcutsOn, onShortcuts }: Props) {
  return (
    <Dialog title="Keyboard and legend" className="help" onClose={onClose}>
      <div className="help-columns">
        <section>
          <h3>Keys</h3>
          <dl className="keys">
            <KeyRows commands={COMMANDS} />
            <div>
              <dt>
                <kbd>←</kbd> <kbd>→</kbd>
              </dt>
              <dd>In the graph: previous and next partner</dd>
            </div>
            <div>
              <dt>
                <kbd>Enter</kbd>
              </dt>
              <dd>In the graph: the agreements and their evidence</dd>
            </div>
          </dl>
          <h3>In the review queue</h3>
          <dl className="keys">
            <KeyRows commands={REVIEW_COMMANDS} />
          </dl>
          <h3>In the duplicates</h3>
          <dl className="keys">
            <KeyRows commands={DUPLICATE_COMMANDS} />
          </dl>
          <label className="check">
            <input
              type="checkbox"
              checked={areShortcutsOn}
              onChange={(event) => onShortcuts(event.target.checked)}
            />
            Single-key shortcuts
          </label>
        </section>
        <section>
          <h3>Legend</h3>
          <ul className="legend-list">
            <li>
              <span className="dot is-country" /> Country
            </li>
            <li>
              <span className="dot is-bloc" /> Bloc
            </li>
            <li>
              <span className="dot is-organization" /> Organization
            </li>
            <li>
              <span className="line" /> Width: number of agreements
            </li>
            <li>
              <span className="line is-dashed" /> Dashed: nothing reviewed yet
            </li>
            <li>
              <span className="legend-label">12 · $3.4 bn</span> Agreements of the pair, and the value of
              those with just these two parties
            </li>
          </ul>
          <p className="aside">
            Filters fade what they exclude; nothing moves. A year is shown as a year: dates are never more
            precise than their source.
          </p>
        </section>
      </div>
    </Dialog>
  );
}
