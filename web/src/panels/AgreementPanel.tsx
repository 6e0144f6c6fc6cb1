import { claimFamily } from "@entente/graph-schema";
import { lazy, Suspense } from "react";
import { useQuery } from "urql";
import { AGREEMENT } from "../api/agreement.ts";
import { STALE_AFTER_STORING } from "../api/client.ts";
import { focusOn, highlightClaim, openAgreement, stepBack } from "../state/view.ts";
import type { SetView } from "../use-view.ts";
import { counted, labelOf } from "../wording/labels.ts";
import { AgreementFacts } from "./AgreementFacts.tsx";
import { Conflicts } from "./Conflicts.tsx";
import { EvidenceList } from "./EvidenceList.tsx";
import { ErrorNote, LoadingNote } from "./Notes.tsx";
import { RungList } from "./RungList.tsx";
import { groupSentences, leadingClaim } from "./sentences.ts";
import { SourceText } from "./SourceText.tsx";
import { StatusLadder } from "./StatusLadder.tsx";

const IdentitySection = lazy(() =>
  import("./identity/IdentitySection.tsx").then((module) => ({ default: module.IdentitySection })),
);

interface Props {
  readonly id: string;
  readonly claim: string | null;
  readonly setView: SetView;
}

/** One agreement: facts above, the sentences below, the source beside them. */
export function AgreementPanel({ id, claim, setView }: Props) {
  const [answer, refetch] = useQuery({ query: AGREEMENT, variables: { id }, context: STALE_AFTER_STORING });
  const agreement = answer.data?.node;
  if (answer.error) return <ErrorNote error={answer.error} onRetry={() => refetch()} />;
  if (agreement?.__typename !== "Agreement") {
    return answer.fetching ? (
      <LoadingNote what="the agreement" />
    ) : (
      <p className="note">This agreement is not in the graph.</p>
    );
  }
  const claims = agreement.claims.nodes;
  // A review gives a claim a new id of the same family: what is open stays open.
  const isOpen = (id: string): boolean => claim !== null && claimFamily(id) === claimFamily(claim);
  const all = [...claims, ...agreement.conflicts.flatMap(({ chosen, others }) => [chosen, ...others])];
  const selected = all.find(({ id }) => isOpen(id)) ?? leadingClaim(claims);
  const choose = (claimId: string) => setView(highlightClaim(claimId), "replace");
  return (
    <article className="agreement">
      <div className="agreement-facts">
        <div className="panel-head">
          <button type="button" className="link" onClick={() => setView(stepBack)}>
            ‹ Back
          </button>
          <p className="eyebrow">{labelOf(agreement.kind)}</p>
          <h2 tabIndex={-1}>{agreement.name || labelOf(agreement.kind)}</h2>
        </div>
        <StatusLadder agreement={agreement} onClaim={choose} />
        <RungList agreement={agreement} onClaim={choose} />
        <AgreementFacts
          agreement={agreement}
          selected={selected?.id ?? null}
          onClaim={choose}
          onParty={(party) => setView(focusOn(party))}
          onAgreement={(other) => setView(openAgreement(other))}
        />
        <Conflicts conflicts={agreement.conflicts} onClaim={choose} />
        <h3 className="section-title">
          Evidence <span>{counted(groupSentences(claims).length, "sentence")}</span>
        </h3>
        <EvidenceList claims={claims} selected={selected} onClaim={choose} />
        <Suspense>
          <IdentitySection
            entity={{ id: agreement.id, name: agreement.name || labelOf(agreement.kind) }}
            type="AGREEMENT"
            mergedIds={agreement.mergedIds}
          />
        </Suspense>
      </div>
      {selected && <SourceText claim={selected} others={claims} />}
    </article>
  );
}
