import { useState } from "react";
import { useQuery } from "urql";
import { AGREEMENTS } from "../api/agreements.ts";
import { STALE_AFTER_STORING } from "../api/client.ts";
import { toAgreementFilter } from "../api/filter-input.ts";
import { expand, focusOn, openAgreement, stepBack, type View } from "../state/view.ts";
import type { SetView } from "../use-view.ts";
import { counted } from "../wording/labels.ts";
import { AgreementRow } from "./AgreementRow.tsx";
import { ErrorNote, LoadingNote, NoResults } from "./Notes.tsx";

interface Props {
  readonly view: View;
  readonly focus: { readonly id: string; readonly name: string };
  readonly partner: { readonly id: string; readonly name: string };
  readonly setView: SetView;
}

/** More lines than this are a table, not a picture (research: an opened pair reads at a glance up to twelve). */
const SHOWN = 12;
/** Design: larger agreements are multilateral and count for no pair. */
const LINE_PARTIES = 12;
/** The API's own limit for a page. */
const ALL = 100;

/** The agreements of two parties: the largest, in the order of their dates. */
export function PairPanel({ view, focus, partner, setView }: Props) {
  const [first, setFirst] = useState(SHOWN);
  const [answer, refetch] = useQuery({
    query: AGREEMENTS,
    variables: {
      filter: { ...toAgreementFilter(view), partiesAll: [focus.id, partner.id], viaOrganizations: false },
      orderBy: { field: "VALUE", direction: "DESC" },
      first,
    },
    context: STALE_AFTER_STORING,
  });
  const page = answer.data?.agreements;
  const rows = [...(page?.nodes ?? [])].sort((a, b) =>
    (b.date?.earliest ?? "").localeCompare(a.date?.earliest ?? ""),
  );
  const count = page?.count.value ?? 0;
  return (
    <section className="pair">
      <div className="panel-head">
        <button type="button" className="link" onClick={() => setView(stepBack)}>
          ‹ {focus.name}
        </button>
        <h2 tabIndex={-1}>
          {focus.name} – {partner.name}
        </h2>
        {page && (
          <p className="panel-sub">
            {count > rows.length
              ? `${rows.length} largest of ${counted(count, "agreement")}, newest first`
              : `${counted(count, "agreement")}, newest first`}
          </p>
        )}
        {rows.some(({ parties }) => parties.length > LINE_PARTIES) && (
          <p className="panel-sub">
            Agreements of more than {LINE_PARTIES} parties are listed but draw no line.
          </p>
        )}
        <div className="panel-actions">
          <button
            type="button"
            className="button"
            disabled={view.expanded.includes(partner.id)}
            onClick={() => setView(expand(partner.id))}
          >
            Add partners of {partner.name}
          </button>
          <button type="button" className="button" onClick={() => setView(focusOn(partner.id))}>
            Put in the middle
          </button>
        </div>
      </div>
      {answer.error && <ErrorNote error={answer.error} onRetry={() => refetch()} />}
      {!page && answer.fetching && <LoadingNote what="agreements" />}
      {page && rows.length === 0 && <NoResults filters={view} setView={setView} />}
      <ul className="agreement-list">
        {rows.map((agreement) => (
          <AgreementRow
            key={agreement.id}
            agreement={agreement}
            onOpen={(id) => setView(openAgreement(id))}
          />
        ))}
      </ul>
      {count > rows.length && first === SHOWN && (
        <button type="button" className="button" onClick={() => setFirst(ALL)}>
          Show {count <= ALL ? `all ${count}` : `the ${ALL} largest`}
        </button>
      )}
    </section>
  );
}
