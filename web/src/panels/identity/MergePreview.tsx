import { useEffect, useState } from "react";
import type { MergeResult } from "../../api/identity.ts";
import { messageOf, useIdentity } from "../../use-identity.ts";
import { claimValue } from "../../wording/claim-text.ts";
import { agreementLines } from "../../wording/describe-change.ts";
import { counted, propertyLabel } from "../../wording/labels.ts";

interface Props {
  readonly into: string;
  readonly from: string;
  /** Told once the server has said that this merge can be done. */
  readonly onReady: (isReady: boolean) => void;
}

type State = { readonly result: MergeResult } | { readonly problem: string } | null;

/** What the survivor would be, as the server computes it: nothing is stored yet. */
export function MergePreview({ into, from, onReady }: Props) {
  const { preview } = useIdentity();
  const [state, setState] = useState<State>(null);
  useEffect(() => {
    let isCurrent = true;
    preview({ into, from }).then(
      (result) => {
        if (!isCurrent) return;
        setState({ result });
        onReady(true);
      },
      (error: unknown) => {
        if (!isCurrent) return;
        setState({ problem: messageOf(error) });
        onReady(false);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [preview, into, from, onReady]);
  if (state === null) {
    return (
      <p className="aside" role="status">
        Working out what it would be…
      </p>
    );
  }
  if ("problem" in state) {
    return (
      <p className="problem" role="alert">
        {state.problem}
      </p>
    );
  }
  const { entity, claims } = state.result;
  const conflicts = entity?.conflicts ?? [];
  return (
    <div className="merge-preview" data-testid="merge-preview">
      <p>{counted(claims, "claim")} would move. Nothing is lost, and it can be undone.</p>
      {entity?.__typename === "Agreement" ? (
        <dl className="facts">
          {agreementLines(entity).map(
            ({ label, values }) =>
              values.length > 0 && (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{values.join("; ")}</dd>
                </div>
              ),
          )}
        </dl>
      ) : (
        entity && (
          <dl className="facts">
            <div>
              <dt>Name</dt>
              <dd>{entity.name}</dd>
            </div>
            {entity.aliases.length > 0 && (
              <div>
                <dt>Also known as</dt>
                <dd>{entity.aliases.join("; ")}</dd>
              </div>
            )}
          </dl>
        )
      )}
      {conflicts.length === 0 ? (
        <p className="aside">Its sources would agree.</p>
      ) : (
        <div className="merge-conflicts">
          <h3>Its sources would disagree</h3>
          <ul className="plain">
            {conflicts.map(({ property, chosen, others, reason }) => (
              <li key={property}>
                {propertyLabel(property)}: <strong>{claimValue(chosen)}</strong> over{" "}
                {others.map(claimValue).join(", ")} <span className="aside">{reason}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
