import { claimFamily } from "@entente/graph-schema";
import { useQuery } from "urql";
import { STALE_AFTER_STORING } from "../api/client.ts";
import { RECORD } from "../api/record.ts";
import { focusOn, highlightClaim, stepBack } from "../state/view.ts";
import type { SetView } from "../use-view.ts";
import { formatDate } from "../wording/format-date.ts";
import { counted } from "../wording/labels.ts";
import { EvidenceList } from "./EvidenceList.tsx";
import { IdentitySection } from "./identity/IdentitySection.tsx";
import { ErrorNote, LoadingNote } from "./Notes.tsx";
import { groupSentences } from "./sentences.ts";
import { SourceText } from "./SourceText.tsx";

interface Props {
  readonly id: string;
  readonly claim: string | null;
  readonly setView: SetView;
}

/** One person or event: what sources say of them, sentence by sentence. */
export function RecordPanel({ id, claim, setView }: Props) {
  const [answer, refetch] = useQuery({ query: RECORD, variables: { id }, context: STALE_AFTER_STORING });
  const record = answer.data?.node;
  if (answer.error) return <ErrorNote error={answer.error} onRetry={() => refetch()} />;
  if (record?.__typename !== "Person" && record?.__typename !== "Event") {
    return answer.fetching ? (
      <LoadingNote what="the record" />
    ) : (
      <p className="note">This is not in the graph.</p>
    );
  }
  const claims = record.claims.nodes;
  const selected =
    claims.find((line) => claim !== null && claimFamily(line.id) === claimFamily(claim)) ?? claims[0];
  const choose = (claimId: string) => setView(highlightClaim(claimId), "replace");
  const places = record.__typename === "Person" ? record.offices.map(({ title, of }) => ({ title, of })) : [];
  return (
    <article className="agreement">
      <div className="agreement-facts">
        <div className="panel-head">
          <button type="button" className="link" onClick={() => setView(stepBack)}>
            ‹ Back
          </button>
          <p className="eyebrow">
            {record.__typename}
            {record.__typename === "Event" && record.period.start && ` · ${formatDate(record.period.start)}`}
            {record.__typename === "Event" && record.place && ` · ${record.place}`}
          </p>
          <h2 tabIndex={-1}>{record.name}</h2>
          {record.aliases.length > 0 && <p className="panel-sub">also {record.aliases.join(", ")}</p>}
        </div>
        {places.length > 0 && (
          <dl className="facts">
            <dt>Offices</dt>
            <dd>
              {places.map(({ title, of }) => (
                <p key={`${title} ${of.id}`}>
                  {title},{" "}
                  <button type="button" className="link" onClick={() => setView(focusOn(of.id))}>
                    {of.name}
                  </button>
                </p>
              ))}
            </dd>
          </dl>
        )}
        <h3 className="section-title">
          Evidence <span>{counted(groupSentences(claims).length, "sentence")}</span>
        </h3>
        <EvidenceList claims={claims} selected={selected ?? null} onClaim={choose} />
        <IdentitySection
          entity={{ id: record.id, name: record.name }}
          type={record.__typename === "Person" ? "PERSON" : "EVENT"}
          mergedIds={record.mergedIds}
        />
      </div>
      {selected && <SourceText claim={selected} others={claims} />}
    </article>
  );
}
