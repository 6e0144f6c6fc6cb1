import type { AgreementDetail } from "../api/agreement.ts";
import { formatDate, formatStated } from "../wording/format-date.ts";
import { capitalize, counted, wordOf } from "../wording/labels.ts";

interface Props {
  readonly agreement: AgreementDetail;
  readonly onClaim: (id: string) => void;
}

/** Every rung that a source states, oldest first, with its date and who says so. */
export function RungList({ agreement, onClaim }: Props) {
  const { ladder, status } = agreement;
  const lines = new Map(agreement.claims.nodes.map((claim) => [claim.id, claim]));
  if (ladder.length === 0) return null;
  return (
    <details className="rungs" open={ladder.length > 1}>
      <summary>{counted(ladder.length, "step")} with dates and sources</summary>
      <ol>
        {ladder.map((rung, index) => (
          <li key={index} aria-current={rung.status === status ? "step" : undefined}>
            <p>
              <strong>{capitalize(wordOf(rung.status))}</strong>{" "}
              {rung.on ? formatStated(rung.on) : <span className="aside">no date</span>}
            </p>
            <ul className="plain">
              {rung.claims.map(({ id }) => {
                const line = lines.get(id);
                if (!line) return null;
                const { document } = line.evidence;
                return (
                  <li key={id}>
                    <button type="button" className="link" onClick={() => onClaim(id)}>
                      {document.publisher ?? document.title}
                    </button>
                    <span className="aside">
                      {document.published && `, ${formatDate(document.published)}`}
                      {line.status !== "PROPOSED" && ` · ${line.status.toLowerCase()}`}
                    </span>
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  );
}
