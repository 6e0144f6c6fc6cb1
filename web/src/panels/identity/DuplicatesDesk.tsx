import { useState } from "react";
import type { MergeResult } from "../../api/identity.ts";
import {
  DUPLICATE_COMMANDS,
  JUDGING_PAIRS,
  type DuplicateContext,
} from "../../commands/duplicate-commands.ts";
import { openAgreement } from "../../state/view.ts";
import { messageOf, useIdentity } from "../../use-identity.ts";
import { usePermission } from "../../use-permission.ts";
import { useShortcuts } from "../../use-shortcuts.ts";
import type { SetView } from "../../use-view.ts";
import { capitalize, counted, labelOf, percentOf } from "../../wording/labels.ts";
import { LoadingNote } from "../Notes.tsx";
import { MergeDialog, type Named } from "./MergeDialog.tsx";
import { PairTable } from "./PairTable.tsx";
import { useDuplicates } from "./use-duplicates.ts";

interface Props {
  readonly setView: SetView;
  readonly areShortcutsOn: boolean;
}

const TOLD_APART = "Looked at side by side in the explorer";

const named = ({
  id,
  name,
  kind,
}: {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}): Named => ({
  id,
  name: name || labelOf(kind),
});

/** Pairs that may be one agreement, side by side: merge with a preview, or tell apart for good. */
export function DuplicatesDesk({ setView, areShortcutsOn }: Props) {
  const permission = usePermission("REVIEWER");
  const { queue, current, waiting, problem, settle, move, goTo, retry } = useDuplicates();
  const { undoMerge, tellApart, untell } = useIdentity();
  const [merging, setMerging] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly key: string; readonly message: string } | null>(null);
  const pair = current?.value ?? null;
  const outcome = current ? queue.outcomes[current.key] : undefined;

  const apart = async () => {
    if (!current) return;
    const { a, b } = current.value;
    setRefusal(null);
    setBusy(true);
    try {
      await tellApart(a.id, b.id, TOLD_APART);
      settle(current, {
        outcome: "apart",
        text: `Not the same: ${named(a).name} and ${named(b).name}. That is remembered.`,
        undo: () => untell(a.id, b.id),
      });
    } catch (error) {
      setRefusal({ key: current.key, message: messageOf(error) });
    } finally {
      setBusy(false);
    }
  };
  const merged = ({ mergeId, claims }: MergeResult, { into, from }: { into: Named; from: Named }) => {
    setMerging(null);
    if (!current || mergeId === null) return;
    settle(current, {
      outcome: "merged",
      text: `Merged ${from.name} into ${into.name}: ${counted(claims, "claim")} moved.`,
      undo: () => undoMerge(mergeId),
    });
  };
  const context: DuplicateContext = {
    canJudge: permission.isAllowed && current !== null && outcome === undefined && !isBusy,
    hasPair: current !== null,
    merge: () => setMerging(current?.key ?? null),
    markNotSame: () => void apart(),
    move,
  };
  useShortcuts(DUPLICATE_COMMANDS, context, areShortcutsOn);

  return (
    <main className="desk duplicates" aria-label="Possible duplicates">
      <section className="desk-side" aria-label="Waiting pairs">
        <header className="desk-head">
          <h2>Possible duplicates</h2>
          <p className="panel-sub" data-testid="waiting">
            {waiting === null ? "…" : `${counted(waiting, "pair waits", "pairs wait")}, the likeliest first`}
          </p>
        </header>
        <ol className="work-list">
          {queue.items.map(({ key, value: { a, b, score } }) => {
            const done = queue.outcomes[key];
            return (
              <li key={key}>
                <button
                  type="button"
                  className={done ? "work-item is-done" : "work-item"}
                  aria-current={key === queue.at || undefined}
                  onClick={() => goTo(key)}
                >
                  <span className="work-title">{named(a).name}</span>
                  <span className="work-sub">{named(b).name}</span>
                  <span className={done ? `work-mark is-${done}` : "work-mark"}>
                    {done === "apart" ? "not the same" : (done ?? percentOf(score))}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      </section>
      {problem !== null && (
        <div className="note is-error" role="alert">
          <p>{problem}</p>
          <button type="button" className="button" onClick={retry}>
            Try again
          </button>
        </div>
      )}
      {current === null || pair === null ? (
        problem === null &&
        (waiting === null ? (
          <LoadingNote what="pairs" />
        ) : (
          <p className="note" role="status">
            No pair waits. Two reports of one agreement that are too alike to leave apart, and not alike
            enough to join, come here as articles arrive.
          </p>
        ))
      ) : (
        <section className="pair-card" aria-label="Pair under review">
          <p className="eyebrow">{percentOf(pair.score)} alike</p>
          <h2 tabIndex={-1}>Are these one agreement?</h2>
          <ul className="pair-reasons">
            {pair.reasons.map((reason) => (
              <li key={reason}>{capitalize(reason)}</li>
            ))}
          </ul>
          <PairTable pair={pair} onOpen={(id) => setView(openAgreement(id))} />
          {!permission.isAllowed && <p className="note">{permission.reason}</p>}
          {refusal?.key === current.key && (
            <p className="problem" role="alert">
              {refusal.message}
            </p>
          )}
          {outcome ? (
            <p className="review-standing">{outcome === "merged" ? "Merged." : "Told apart."}</p>
          ) : (
            <div className="judging" role="group" aria-label="Judge">
              {JUDGING_PAIRS.map((command) => (
                <button
                  key={command.id}
                  type="button"
                  className={`button is-${command.id}`}
                  disabled={!permission.isAllowed}
                  title={permission.isAllowed ? `${command.label} (${command.shortcut})` : permission.reason}
                  onClick={() => (command.isEnabled?.(context) ?? true) && command.run(context)}
                >
                  {command.label} <kbd aria-hidden="true">{command.shortcut}</kbd>
                </button>
              ))}
            </div>
          )}
        </section>
      )}
      {merging !== null && merging === current?.key && pair && (
        <MergeDialog
          one={named(pair.a)}
          other={named(pair.b)}
          type="AGREEMENT"
          onClose={() => setMerging(null)}
          onMerged={merged}
        />
      )}
    </main>
  );
}
