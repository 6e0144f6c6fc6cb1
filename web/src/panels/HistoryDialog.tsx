import { useState, type SubmitEvent } from "react";
import { useQuery } from "urql";
import type { ResultOf } from "../api/graphql.ts";
import { AUDIT_LOG, RECORDED } from "../api/recorded.ts";
import { readAsOf } from "../state/as-of.ts";
import { useMayReadLog } from "../use-permission.ts";
import { formatMoment, toLocalField } from "../wording/format-moment.ts";
import { labelOf, propertyLabel } from "../wording/labels.ts";
import { Dialog } from "./Dialog.tsx";
import { ErrorNote } from "./Notes.tsx";

interface Props {
  readonly asOf: string | null;
  readonly onClose: () => void;
  readonly onTravel: (asOf: string) => void;
}

type Entry = ResultOf<typeof AUDIT_LOG>["auditLog"]["nodes"][number];

/** Acts on the screen: older ones are reached by version or moment. */
const SHOWN = 50;

function subjectOf({ subject }: Entry): string {
  if (!subject) return "";
  switch (subject.__typename) {
    case "Document":
      return subject.title;
    case "Claim":
      return [propertyLabel(subject.property), subject.value, subject.subject && `of ${subject.subject.name}`]
        .filter(Boolean)
        .join(" ");
    default:
      return "name" in subject ? subject.name : "";
  }
}

/** A moment to look from: an act of the log, a data version, or any moment. */
export function HistoryDialog({ asOf, onClose, onTravel }: Props) {
  const mayRead = useMayReadLog();
  const [now] = useQuery({ query: RECORDED, variables: { at: readAsOf(asOf) ?? { version: 0 } } });
  const [log, refetch] = useQuery({
    query: AUDIT_LOG,
    variables: { first: SHOWN },
    pause: !mayRead,
    requestPolicy: "cache-and-network",
  });
  const [moment, setMoment] = useState("");
  const [version, setVersion] = useState("");
  const newest = now.data?.dataVersion;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (version !== "") onTravel(version);
    else if (moment !== "") onTravel(new Date(moment).toISOString());
  };
  const entries = log.data?.auditLog.nodes ?? [];
  return (
    <Dialog title="See the graph as it was known before" className="history" onClose={onClose}>
      <form className="history-form" onSubmit={submit}>
        <label className="field">
          <span>Moment</span>
          <input
            type="datetime-local"
            step={1}
            data-first
            value={moment}
            max={newest && toLocalField(newest.at)}
            onChange={(event) => {
              setMoment(event.target.value);
              setVersion("");
            }}
          />
        </label>
        <span className="aside">or</span>
        <label className="field">
          <span>Data version{newest && `, 0 to ${newest.version}`}</span>
          <input
            type="number"
            inputMode="numeric"
            min={0}
            max={newest?.version}
            value={version}
            onChange={(event) => {
              setVersion(event.target.value);
              setMoment("");
            }}
          />
        </label>
        <button className="button is-primary" disabled={version === "" && moment === ""}>
          Go there
        </button>
      </form>
      {log.error && <ErrorNote error={log.error} onRetry={() => refetch()} />}
      {entries.length > 0 && (
        <>
          <h3 className="section-title">
            What was done <span>newest first; a line shows the graph right after it</span>
          </h3>
          <ol className="history-log">
            {entries.map((entry) => (
              <li key={entry.id}>
                <button type="button" onClick={() => onTravel(entry.at)}>
                  <time dateTime={entry.at}>{formatMoment(entry.at)}</time>
                  <span className="history-act">
                    <strong>{labelOf(entry.action)}</strong> {subjectOf(entry)}
                  </span>
                  <span className="aside">
                    {entry.by}
                    {entry.reason && `: ${entry.reason}`}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
    </Dialog>
  );
}
