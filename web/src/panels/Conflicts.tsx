import type { AgreementDetail } from "../api/agreement.ts";
import type { ClaimLine } from "../api/claim-line.ts";
import { claimValue } from "../wording/claim-text.ts";
import { formatDate } from "../wording/format-date.ts";
import { percentOf, propertyLabel } from "../wording/labels.ts";

interface Props {
  readonly conflicts: AgreementDetail["conflicts"];
  readonly onClaim: (id: string) => void;
}

interface SideProps {
  readonly claim: ClaimLine;
  readonly isChosen: boolean;
  readonly onClaim: (id: string) => void;
}

/** One of the values in dispute, with its sentence; it opens in the source. */
function Side({ claim, isChosen, onClaim }: SideProps) {
  const { document, quote } = claim.evidence;
  const source = [document.publisher ?? document.title, document.published && formatDate(document.published)];
  return (
    <li className={isChosen ? "conflict-side is-chosen" : "conflict-side"}>
      <button type="button" onClick={() => onClaim(claim.id)}>
        <span className="conflict-value">
          <strong>{claimValue(claim)}</strong> {isChosen && "preferred"}
        </span>
        <q>{quote}</q>
        <span className="aside">
          {source.filter(Boolean).join(", ")} · {percentOf(claim.confidence)} sure
        </span>
      </button>
    </li>
  );
}

/** Where sources disagree: the losing values stay visible, each with its sentence, and with the reason. */
export function Conflicts({ conflicts, onClaim }: Props) {
  if (conflicts.length === 0) return null;
  return (
    <section className="conflicts">
      <h3>Sources disagree</h3>
      {conflicts.map(({ property, chosen, others, reason }) => (
        <div key={`${property} ${chosen.id}`} className="conflict">
          <p>
            {propertyLabel(property)} <span className="aside">{reason}</span>
          </p>
          <ul className="plain">
            <Side claim={chosen} isChosen onClaim={onClaim} />
            {others.map((other) => (
              <Side key={other.id} claim={other} isChosen={false} onClaim={onClaim} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
