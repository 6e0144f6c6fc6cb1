import { useState } from "react";
import type { ClaimLine } from "../../api/claim-line.ts";
import { JUDGING, type ReviewContext } from "../../commands/review-commands.ts";
import { useNotice } from "../../use-notices.ts";
import { usePermission } from "../../use-permission.ts";
import { useReview, type Judgment } from "../../use-review.ts";
import { claimText } from "../../wording/claim-text.ts";
import { formatMoment } from "../../wording/format-moment.ts";
import { percentOf } from "../../wording/labels.ts";
import { CorrectForm } from "./CorrectForm.tsx";
import { outcomeOf, standingOf } from "./outcome-words.ts";

/** What a claim is already need not be said again. */
const ALREADY: Readonly<Record<string, string>> = {
  ACCEPTED: "accept",
  REJECTED: "reject",
  DISPUTED: "dispute",
};

interface Props {
  readonly claims: readonly ClaimLine[];
}

/** What one sentence states, claim by claim: how each stands, who said so and when, and the judging of it. */
export function ClaimReview({ claims }: Props) {
  const permission = usePermission("REVIEWER");
  return (
    <div className="claim-reviews">
      <ul className="plain">
        {claims.map((claim) => (
          <ClaimRow key={claim.id} claim={claim} canReview={permission.isAllowed} />
        ))}
      </ul>
      {!permission.isAllowed && <p className="aside">{permission.reason}</p>}
    </div>
  );
}

function ClaimRow({ claim, canReview }: { readonly claim: ClaimLine; readonly canReview: boolean }) {
  const { judge, takeBack } = useReview();
  const notice = useNotice();
  const [isBusy, setBusy] = useState(false);
  const [isCorrecting, setCorrecting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const undo = async (id: string): Promise<string> => {
    const restored = await takeBack(id);
    return `Taken back: ${claimText(restored)} is ${standingOf(restored.status)} again.`;
  };
  const send = async (judgment: Judgment) => {
    setBusy(true);
    setProblem(null);
    const judged = await judge(claim, judgment);
    setBusy(false);
    if (judged.result !== "done") return setProblem(judged.message);
    setCorrecting(false);
    notice.done({
      text: `${outcomeOf(judgment)}: ${claimText(judged.claim)}.`,
      undo: () => undo(judged.claim.id),
    });
  };
  const context: ReviewContext = {
    canJudge: canReview && !isBusy,
    hasClaim: true,
    judge: (status) => void send({ status }),
    correct: () => setCorrecting(true),
    move: () => undefined,
    open: () => undefined,
  };
  const said = claimText(claim);
  return (
    <li className={claim.status === "REJECTED" ? "claim-row is-rejected" : "claim-row"}>
      <p>
        <span className="claim-said">{said}</span>{" "}
        <span className="aside">
          {claim.correctionOf ? "a reviewer’s correction" : `${percentOf(claim.confidence)} sure`}
        </span>
      </p>
      <p className="claim-standing">
        <span className={`standing is-${claim.status.toLowerCase()}`}>{standingOf(claim.status)}</span>
        {claim.reviewedBy && ` by ${claim.reviewedBy}`}
        {claim.reviewedAt && ` on ${formatMoment(claim.reviewedAt)}`}
        {claim.note && `: ${claim.note}`}
      </p>
      {canReview && !isCorrecting && (
        <div className="claim-actions" role="group" aria-label={`Judge ${said}`}>
          {JUDGING.filter(({ id }) => id !== ALREADY[claim.status]).map((command) => (
            <button
              key={command.id}
              type="button"
              className="link"
              aria-disabled={isBusy || undefined}
              onClick={() => (command.isEnabled?.(context) ?? true) && command.run(context)}
            >
              {command.label}
            </button>
          ))}
          {claim.status !== "PROPOSED" && (
            <button
              type="button"
              className="link"
              onClick={() =>
                void undo(claim.id).then(notice.say, (error: unknown) => setProblem(String(error)))
              }
            >
              Take back
            </button>
          )}
        </div>
      )}
      {isCorrecting && (
        <CorrectForm
          claim={claim}
          isBusy={isBusy}
          problem={problem}
          onSend={(value) => void send({ status: "ACCEPTED", value })}
          onCancel={() => setCorrecting(false)}
        />
      )}
      {problem && !isCorrecting && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}
