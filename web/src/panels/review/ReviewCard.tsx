import type { QueueClaim, ReviewStatus } from "../../api/review.ts";
import { JUDGING, type ReviewContext } from "../../commands/review-commands.ts";
import type { Permission } from "../../state/permission.ts";
import { claimValue } from "../../wording/claim-text.ts";
import { formatStated } from "../../wording/format-date.ts";
import { formatMoment } from "../../wording/format-moment.ts";
import { labelOf, percentOf, propertyLabel } from "../../wording/labels.ts";
import { natureOf, valueOf } from "../AgreementRow.tsx";
import { CorrectForm } from "./CorrectForm.tsx";
import { standingOf } from "./outcome-words.ts";
import { usePreview } from "./use-preview.ts";

interface Props {
  readonly claim: QueueClaim;
  readonly outcome: ReviewStatus | undefined;
  readonly context: ReviewContext;
  readonly permission: Permission;
  readonly isBusy: boolean;
  readonly isCorrecting: boolean;
  readonly problem: string | null;
  readonly onCorrection: (value: string) => void;
  readonly onCancel: () => void;
}

function Change({ what, lines }: { readonly what: string; readonly lines: readonly string[] | null }) {
  return (
    <>
      <dt>{what}</dt>
      <dd aria-busy={lines === null}>
        {lines === null
          ? "…"
          : lines.length === 0
            ? "Nothing changes."
            : lines.map((line) => <p key={line}>{line}</p>)}
      </dd>
    </>
  );
}

/** One claim: what it says, about what, what judging it would change, and the judging itself. */
export function ReviewCard(props: Props) {
  const { claim, outcome, context, permission, isBusy, isCorrecting, problem, onCorrection, onCancel } =
    props;
  const { subject } = claim;
  const preview = usePreview(claim, permission.isAllowed);
  return (
    <section className="review-card" aria-label="Claim under review">
      <p className="eyebrow">
        {propertyLabel(claim.property)} · {percentOf(claim.confidence)} sure · {claim.extractor}
      </p>
      <h2 tabIndex={-1}>{claimValue(claim)}</h2>
      {claim.validOn && <p className="panel-sub">as of {formatStated(claim.validOn)}</p>}
      <p className="review-about">
        {subject ? (
          <>
            about{" "}
            <button type="button" className="link" onClick={context.open}>
              {subject.name || labelOf("agreement")}
            </button>
            {subject.__typename === "Agreement" && (
              <span className="aside">
                {" "}
                {natureOf(subject)}
                {subject.date && ` · ${formatStated(subject.date)}`}
                {valueOf(subject) && ` · ${valueOf(subject)}`}
              </span>
            )}
          </>
        ) : (
          <span className="aside">Nothing else is known of what it is about.</span>
        )}
      </p>
      {(outcome !== undefined || claim.status !== "PROPOSED") && (
        <p className="review-standing">
          Now {standingOf(claim.status)}
          {claim.reviewedBy && `, by ${claim.reviewedBy}`}
          {claim.reviewedAt && ` on ${formatMoment(claim.reviewedAt)}`}
          {claim.note && `: ${claim.note}`}
        </p>
      )}
      <blockquote className="review-quote">{claim.evidence.quote}</blockquote>
      {permission.isAllowed ? (
        <dl className="changes" data-testid="changes">
          <Change what="If accepted" lines={preview.accepted} />
          <Change what="If rejected" lines={preview.rejected} />
        </dl>
      ) : (
        <p className="note">{permission.reason}</p>
      )}
      {isCorrecting ? (
        <CorrectForm
          key={claim.id}
          claim={claim}
          isBusy={isBusy}
          problem={problem}
          onSend={onCorrection}
          onCancel={onCancel}
        />
      ) : (
        <>
          {problem && (
            <p className="problem" role="alert">
              {problem}
            </p>
          )}
          <div className="judging" role="group" aria-label="Judge">
            {JUDGING.map((command) => (
              <button
                key={command.id}
                type="button"
                className={`button is-${command.id}`}
                disabled={!permission.isAllowed}
                aria-disabled={isBusy || undefined}
                title={permission.isAllowed ? `${command.label} (${command.shortcut})` : permission.reason}
                onClick={() => (command.isEnabled?.(context) ?? true) && command.run(context)}
              >
                {command.label} <kbd aria-hidden="true">{command.shortcut}</kbd>
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
