import type { AgreementDetail } from "../api/agreement.ts";
import { formatStated } from "../wording/format-date.ts";
import { wordOf } from "../wording/labels.ts";

const STEPS = ["PROPOSED", "NEGOTIATING", "AGREED", "SIGNED", "IN_FORCE", "COMPLETED"] as const;
const STOPS = ["SUSPENDED", "ENDED"] as const;

interface Props {
  readonly agreement: AgreementDetail;
  readonly onClaim: (id: string) => void;
}

/** How far the agreement got: every rung that a source states, with its date; each opens its sentence. */
export function StatusLadder({ agreement, onClaim }: Props) {
  const rungs = new Map(agreement.ladder.map((rung) => [rung.status, rung]));
  const shown = [...STEPS, ...STOPS.filter((stop) => rungs.has(stop))];
  const current = shown.findIndex((status) => status === agreement.status);
  return (
    <ol className="ladder" aria-label="Status">
      {shown.map((status, index) => {
        const rung = rungs.get(status);
        const claim = rung?.claims[0];
        const isUnreviewed = rung?.claims.every((each) => each.status === "PROPOSED") ?? false;
        const classes = [
          rung ? "is-stated" : "",
          index === current ? "is-current" : "",
          index < current ? "is-passed" : "",
          rung && isUnreviewed ? "is-unreviewed" : "",
        ];
        const text = (
          <>
            <span className="rung-name">{wordOf(status)}</span>
            <span className="rung-date">{rung ? (rung.on ? formatStated(rung.on) : "no date") : ""}</span>
          </>
        );
        return (
          <li
            key={status}
            className={classes.join(" ")}
            aria-current={index === current ? "step" : undefined}
          >
            {claim ? (
              <button type="button" onClick={() => onClaim(claim.id)}>
                {text}
              </button>
            ) : (
              <span>{text}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
