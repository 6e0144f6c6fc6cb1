import { lazy, Suspense } from "react";
import { useQuery } from "urql";
import { AGREEMENTS } from "../api/agreements.ts";
import { STALE_AFTER_STORING } from "../api/client.ts";
import { toAgreementFilter } from "../api/filter-input.ts";
import { PARTY } from "../api/party.ts";
import { focusOn, openAgreement, showOverview, type View } from "../state/view.ts";
import type { SetView } from "../use-view.ts";
import { formatDate } from "../wording/format-date.ts";
import { counted } from "../wording/labels.ts";
import { AgreementRow } from "./AgreementRow.tsx";
import { ErrorNote, LoadingNote, NoResults } from "./Notes.tsx";

const IdentitySection = lazy(() =>
  import("./identity/IdentitySection.tsx").then((module) => ({ default: module.IdentitySection })),
);

interface Props {
  readonly id: string;
  readonly view: View;
  readonly setView: SetView;
}

const NEWEST = 20;
const today = (): string => new Date().toISOString().slice(0, 10);

/** The party in the middle: what it is, where it belongs, its newest agreements. */
export function PartyPanel({ id, view, setView }: Props) {
  const [party, refetchParty] = useQuery({
    query: PARTY,
    variables: { id, on: today() },
    context: STALE_AFTER_STORING,
  });
  const [list, refetchList] = useQuery({
    query: AGREEMENTS,
    variables: {
      filter: { ...toAgreementFilter(view), partiesAny: [id] },
      orderBy: { field: "DATE", direction: "DESC" },
      first: NEWEST,
    },
    context: STALE_AFTER_STORING,
  });
  const node = party.data?.node;
  if (party.error) return <ErrorNote error={party.error} onRetry={() => refetchParty()} />;
  if (!node) {
    return party.fetching ? (
      <LoadingNote what="the party" />
    ) : (
      <p className="note">Nothing has this id: {id}</p>
    );
  }
  const links =
    node.__typename === "Country"
      ? node.memberships
          .filter(({ role }) => role === "member")
          .map(({ bloc }) => ({ id: bloc.id, name: bloc.acronym ?? bloc.name, title: bloc.name }))
      : node.__typename === "Bloc"
        ? node.members
            .filter(({ role }) => role === "member")
            .map(({ member }) => ({ id: member.id, name: member.name, title: member.name }))
        : [];
  const page = list.data?.agreements;
  return (
    <section className="party">
      <div className="panel-head">
        <button type="button" className="link" onClick={() => setView(showOverview)}>
          ‹ Overview
        </button>
        <p className="eyebrow">
          {node.__typename}
          {node.__typename === "Country" && ` · ${node.iso3}`}
          {node.__typename === "Bloc" && node.founded && ` · founded ${formatDate(node.founded)}`}
          {node.__typename === "Organization" && node.basedIn && ` · ${node.basedIn.name}`}
        </p>
        <h2 tabIndex={-1}>{"name" in node ? node.name : id}</h2>
        {page && (
          <p className="panel-sub">
            {page.count.exact ? "" : "over "}
            {counted(page.count.value, "agreement")}
            {page.count.value > NEWEST && `, newest ${NEWEST} below`}
          </p>
        )}
      </div>
      {node.__typename === "Organization" && (
        <Suspense>
          <IdentitySection
            entity={{ id: node.id, name: node.name }}
            type="ORGANIZATION"
            mergedIds={node.mergedIds}
          />
        </Suspense>
      )}
      {links.length > 0 && (
        <details className="memberships">
          <summary>
            {node.__typename === "Country"
              ? `Member of ${counted(links.length, "bloc")}`
              : counted(links.length, "member")}
          </summary>
          <p className="chips">
            {links.map((link) => (
              <button
                key={link.id}
                type="button"
                className="chip"
                title={link.title}
                onClick={() => setView(focusOn(link.id))}
              >
                {link.name}
              </button>
            ))}
          </p>
        </details>
      )}
      {list.error && <ErrorNote error={list.error} onRetry={() => refetchList()} />}
      {page?.nodes.length === 0 && <NoResults filters={view} setView={setView} />}
      <ul className="agreement-list">
        {page?.nodes.map((agreement) => (
          <AgreementRow
            key={agreement.id}
            agreement={agreement}
            onOpen={(open) => setView(openAgreement(open))}
          />
        ))}
      </ul>
    </section>
  );
}
