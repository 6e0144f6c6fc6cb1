import { useState } from "react";
import { REVIEW_COMMANDS, type ReviewContext } from "../../commands/review-commands.ts";
import { focusOn, openAgreement, openDesk, openRecord } from "../../state/view.ts";
import { usePermission } from "../../use-permission.ts";
import type { Judgment } from "../../use-review.ts";
import { useShortcuts } from "../../use-shortcuts.ts";
import type { SetView } from "../../use-view.ts";
import { counted } from "../../wording/labels.ts";
import { LoadingNote } from "../Notes.tsx";
import { SourceText } from "../SourceText.tsx";
import { ReviewCard } from "./ReviewCard.tsx";
import { ReviewList } from "./ReviewList.tsx";
import { SourceFilter } from "./SourceFilter.tsx";
import { useReviewQueue } from "./use-review-queue.ts";

interface Props {
  readonly source: string | null;
  readonly setView: SetView;
  readonly areShortcutsOn: boolean;
}

const RECORDS = ["Person", "Event"];

/** Claims that wait for a person, one at a time: its sentence, what it changes, one key to judge it. */
export function ReviewDesk({ source, setView, areShortcutsOn }: Props) {
  return <Desk key={source ?? ""} source={source} setView={setView} areShortcutsOn={areShortcutsOn} />;
}

function Desk({ source, setView, areShortcutsOn }: Props) {
  const permission = usePermission("REVIEWER");
  const { queue, current, waiting, isBusy, problem, judge, move, goTo, retry } = useReviewQueue(source);
  const [correcting, setCorrecting] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<{ readonly key: string; readonly message: string } | null>(null);
  const claim = current?.value ?? null;

  const send = async (judgment: Judgment) => {
    const key = current?.key ?? "";
    setRefusal(null);
    const judged = await judge(judgment);
    if (judged?.result === "refused") setRefusal({ key, message: judged.message });
    else if (judged !== null) setCorrecting(null);
  };
  const subject = claim?.subject ?? null;
  const context: ReviewContext = {
    canJudge: permission.isAllowed && claim !== null && !isBusy,
    hasClaim: claim !== null,
    judge: (status) => void send({ status }),
    correct: () => setCorrecting(current?.key ?? null),
    move: (step) => {
      setCorrecting(null);
      move(step);
    },
    open: () => {
      if (subject?.__typename === "Agreement") setView(openAgreement(subject.id));
      else if (subject && RECORDS.includes(subject.__typename)) setView(openRecord(subject.id));
      else if (subject) setView(focusOn(subject.id));
    },
  };
  useShortcuts(REVIEW_COMMANDS, context, areShortcutsOn);

  return (
    <main className="desk review" aria-label="Review queue">
      <section className="desk-side" aria-label="Waiting claims">
        <header className="desk-head">
          <h2>Review queue</h2>
          <p className="panel-sub" data-testid="waiting">
            {waiting === null
              ? "…"
              : `${counted(waiting, "claim waits", "claims wait")}, the least certain first`}
          </p>
          <SourceFilter
            source={source}
            onChoose={(chosen) => setView(openDesk("review", chosen), "replace")}
          />
        </header>
        <ReviewList queue={queue} onChoose={goTo} />
      </section>
      {problem !== null && (
        <div className="note is-error" role="alert">
          <p>{problem}</p>
          <button type="button" className="button" onClick={retry}>
            Try again
          </button>
        </div>
      )}
      {current === null || claim === null ? (
        problem === null &&
        (waiting === null ? (
          <LoadingNote what="claims" />
        ) : (
          <div className="note" role="status">
            <p>
              {source === null ? "Nothing waits: every claim was judged." : "Nothing of this source waits."}
            </p>
            {source !== null && (
              <button type="button" className="button" onClick={() => setView(openDesk("review"), "replace")}>
                Claims of all sources
              </button>
            )}
          </div>
        ))
      ) : (
        <>
          <ReviewCard
            claim={claim}
            outcome={queue.outcomes[current.key]}
            context={context}
            permission={permission}
            isBusy={isBusy}
            isCorrecting={correcting === current.key}
            problem={refusal?.key === current.key ? refusal.message : null}
            onCorrection={(value) => void send({ status: "ACCEPTED", value })}
            onCancel={() => setCorrecting(null)}
          />
          <SourceText claim={claim} others={queue.items.map(({ value }) => value)} />
        </>
      )}
    </main>
  );
}
