import type { AgreementDetail } from "../api/agreement.ts";
import type { ClaimLine } from "../api/claim-line.ts";
import { formatStated } from "../wording/format-date.ts";
import { formatAmount, formatExact, formatMoney } from "../wording/format-money.ts";
import { wordOf } from "../wording/labels.ts";
import { Stated } from "./Stated.tsx";

interface Props {
  readonly agreement: AgreementDetail;
  readonly selected: string | null;
  readonly onClaim: (id: string) => void;
  readonly onParty: (id: string) => void;
  readonly onAgreement: (id: string) => void;
}

/** What is known, each value opening its sentence. */
export function AgreementFacts({ agreement, selected, onClaim, onParty, onAgreement }: Props) {
  const lines = new Map(agreement.claims.nodes.map((claim) => [claim.id, claim]));
  const lineOf = (claims: readonly { readonly id: string }[]): ClaimLine | undefined =>
    claims.map(({ id }) => lines.get(id)).find((line) => line !== undefined);
  const about = (property: string, object?: string): ClaimLine | undefined =>
    agreement.claims.nodes.find(
      (claim) => claim.property === property && (object === undefined || claim.object?.id === object),
    );
  const stated = (claim: ClaimLine | undefined) => ({
    claim,
    onClaim,
    isSelected: claim?.id === selected,
  });
  return (
    <dl className="facts">
      <dt>Parties</dt>
      <dd>
        <ul className="plain">
          {agreement.parties.map(({ party, role }) => (
            <li key={party.id}>
              <Stated {...stated(about("party", party.id) ?? lineOf(partyClaims(agreement, party.id)))}>
                {party.name}
              </Stated>
              {role !== "party" && role !== "signatory" && <span className="aside"> {wordOf(role)}</span>}
              <button
                type="button"
                className="go"
                title={`Show ${party.name} in the graph`}
                aria-label={`Show ${party.name} in the graph`}
                onClick={() => onParty(party.id)}
              >
                →
              </button>
            </li>
          ))}
        </ul>
      </dd>
      {agreement.values.length > 0 && (
        <>
          <dt>Value</dt>
          <dd>
            <ul className="plain">
              {agreement.values.map((value, index) => (
                <li key={index}>
                  <Stated
                    {...stated(lineOf(agreement.valueClaims[index]?.claims ?? []))}
                    title={formatExact(value.amount, value.currency)}
                  >
                    <strong>{formatMoney(value)}</strong>
                  </Stated>
                  {value.role !== "STATED" && <span className="aside"> {wordOf(value.role)}</span>}
                  {value.currency !== "USD" && (
                    <span className="aside">
                      {value.converted
                        ? ` ${formatAmount(value.converted.amount)}${value.converted.bySource ? ", as converted by the source" : ""}`
                        : " no rate to USD"}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      <dt>Date</dt>
      <dd>
        {agreement.date ? (
          <Stated {...stated(about("date") ?? lineOf(dateRung(agreement)))}>
            {formatStated(agreement.date)}
          </Stated>
        ) : (
          <span className="aside">not stated</span>
        )}
      </dd>
      {agreement.count !== null && agreement.count > 1 && (
        <>
          <dt>Count</dt>
          <dd>
            <Stated {...stated(about("count"))}>{agreement.count}</Stated>
          </dd>
        </>
      )}
      {agreement.sectors.length > 0 && (
        <>
          <dt>Sectors</dt>
          <dd className="chips">
            {agreement.sectors.map((sector) => (
              <Stated
                key={sector.id}
                {...stated(about("sector", sector.id) ?? sectorClaim(agreement, sector.id))}
              >
                {sector.name}
              </Stated>
            ))}
          </dd>
        </>
      )}
      {agreement.events.length > 0 && (
        <>
          <dt>Concluded at</dt>
          <dd>{agreement.events.map((event) => event.name).join(", ")}</dd>
        </>
      )}
      {agreement.partOf && (
        <>
          <dt>Part of</dt>
          <dd>
            <button type="button" className="link" onClick={() => onAgreement(agreement.partOf?.id ?? "")}>
              {agreement.partOf.name}
            </button>
          </dd>
        </>
      )}
    </dl>
  );
}

/** The rung whose date is the agreement's date. */
const dateRung = (agreement: AgreementDetail): readonly { readonly id: string }[] =>
  agreement.ladder.find((rung) => rung.on !== null && rung.on.earliest === agreement.date?.earliest)
    ?.claims ?? [];

const partyClaims = (agreement: AgreementDetail, id: string): readonly { readonly id: string }[] =>
  agreement.partyClaims.find(({ party }) => party.id === id)?.claims ?? [];

const sectorClaim = (agreement: AgreementDetail, sector: string): ClaimLine | undefined =>
  agreement.claims.nodes.find((claim) => claim.property === "sector" && `sector:${claim.value}` === sector);
