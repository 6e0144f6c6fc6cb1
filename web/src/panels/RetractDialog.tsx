import { useState, type SubmitEvent } from "react";
import { useMutation, useQuery } from "urql";
import { RETRACT_DOCUMENT, RETRACTION } from "../api/retract.ts";
import { useNotice } from "../use-notices.ts";
import { counted, labelOf } from "../wording/labels.ts";
import { reasonOf } from "../wording/reason-of.ts";
import { Dialog } from "./Dialog.tsx";

interface Props {
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** Says what would leave with a source, asks why, and only then takes it back. */
export function RetractDialog({ id, title, onClose }: Props) {
  const [{ data }] = useQuery({ query: RETRACTION, variables: { id } });
  const [mutation, retract] = useMutation(RETRACT_DOCUMENT);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const notice = useNotice();
  const document = data?.node?.__typename === "Document" ? data.node : null;
  const claims = document?.claims.count.value ?? 0;

  const send = async () => {
    const stale = { additionalTypenames: ["Agreement", "Claim", "Document"] };
    const answer = await retract({ id, reason: reason.trim() }, stale);
    const payload = answer.data?.retractDocument;
    const [fault] = payload?.errors ?? [];
    if (answer.error || !payload || fault) {
      return setProblem(
        fault?.message ?? (answer.error ? reasonOf(answer.error) : "The server sent no answer."),
      );
    }
    notice.say(`Retracted “${title}”: ${counted(payload.retractedClaims, "claim")} left.`);
    onClose();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <Dialog title="Retract this source" className="merge" onClose={onClose}>
      <form onSubmit={submit}>
        <div className="merge-body">
          <p>
            <strong>{title}</strong>
          </p>
          {document && (
            <div>
              <p>
                Its {counted(claims, "claim")} will no longer count, and what nobody else speaks of leaves the
                graph. Nothing is erased: History still shows it. It cannot be undone here.
              </p>
              {document.agreements.nodes.length > 0 && (
                <ul className="retract-list">
                  {document.agreements.nodes.map((agreement) => (
                    <li key={agreement.id}>{agreement.name || labelOf("agreement")}</li>
                  ))}
                  {document.agreements.count.value > document.agreements.nodes.length && (
                    <li className="aside">
                      and {document.agreements.count.value - document.agreements.nodes.length} more
                    </li>
                  )}
                </ul>
              )}
            </div>
          )}
          <label className="field">
            <span>Why is it retracted?</span>
            <input
              type="text"
              required
              maxLength={2000}
              data-first
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          {problem && (
            <p className="problem" role="alert">
              {problem}
            </p>
          )}
        </div>
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button
            className="button is-danger"
            disabled={reason.trim() === "" || document === null || mutation.fetching}
          >
            Retract {counted(claims, "claim")}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
