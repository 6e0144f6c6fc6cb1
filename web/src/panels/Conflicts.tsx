import type { AgreementDetail } from "../api/agreement.ts";
import { propertyLabel } from "../wording/labels.ts";

interface Props {
  readonly conflicts: AgreementDetail["conflicts"];
  readonly onClaim: (id: string) => void;
}

/** Where sources disagree: the losing values stay visible, with the reason. */
export function Conflicts({ conflicts, onClaim }: Props) {
  if (conflicts.length === 0) return null;
  return (
    <section className="conflicts">
      <h3>Sources disagree</h3>
      <ul className="plain">
        {conflicts.map((conflict) => (
          <li key={conflict.property}>
            {propertyLabel(conflict.property)}:{" "}
            <button type="button" className="link" onClick={() => onClaim(conflict.chosen.id)}>
              {conflict.chosen.value}
            </button>{" "}
            over{" "}
            {conflict.others.map((other) => (
              <button key={other.id} type="button" className="link" onClick={() => onClaim(other.id)}>
                {other.value} ({other.evidence.document.publisher ?? other.evidence.document.title})
              </button>
            ))}
            <span className="aside"> {conflict.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
