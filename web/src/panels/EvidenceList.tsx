import { lazy, Suspense } from "react";
import type { ClaimLine } from "../api/claim-line.ts";
import { percentOf, propertyLabel, wordOf } from "../wording/labels.ts";
import { groupSentences } from "./sentences.ts";

const ClaimReview = lazy(() =>
  import("./review/ClaimReview.tsx").then((module) => ({ default: module.ClaimReview })),
);

interface Props {
  readonly claims: readonly ClaimLine[];
  readonly selected: ClaimLine | null;
  readonly onClaim: (id: string) => void;
}

/** How far the claims of one sentence were reviewed. */
function reviewOf(claims: readonly ClaimLine[]): string {
  const [first, ...others] = new Set(claims.map(({ status }) => status));
  if (first === undefined || others.length > 0) return "partly reviewed";
  return first === "PROPOSED" ? "not reviewed" : wordOf(first);
}

/** Every sentence behind the agreement, with what it states and how sure that is. */
export function EvidenceList({ claims, selected, onClaim }: Props) {
  const sentences = groupSentences(claims);
  return (
    <ul className="sentences">
      {sentences.map((sentence) => {
        const [first] = sentence.claims;
        if (!first) return null;
        const isSelected = sentence.claims.some((claim) => claim.id === selected?.id);
        const surest = Math.max(...sentence.claims.map((claim) => claim.confidence));
        const review = reviewOf(sentence.claims);
        const states = [
          ...new Set(sentence.claims.map((claim) => propertyLabel(claim.property).toLowerCase())),
        ];
        return (
          <li key={sentence.key}>
            <button
              type="button"
              className={`sentence is-${review.replace(" ", "-")}`}
              aria-pressed={isSelected}
              onClick={() => onClaim(first.id)}
            >
              <span className="sentence-quote">{sentence.quote}</span>
              <span className="sentence-meta">
                States {states.join(", ")} · {percentOf(surest)} sure · {review}
              </span>
            </button>
            {isSelected && (
              <Suspense>
                <ClaimReview claims={sentence.claims} />
              </Suspense>
            )}
          </li>
        );
      })}
    </ul>
  );
}
