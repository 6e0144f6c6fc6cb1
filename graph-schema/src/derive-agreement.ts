import { chooseClaim, countingClaims } from "./choose-claim.ts";
import type { SourcedClaim } from "./claim.ts";
import { deriveAmounts } from "./derive-amounts.ts";
import { deriveLadder, ladderDate } from "./derive-ladder.ts";
import type { Property } from "./fact.ts";
import type { EntityId } from "./ids.ts";
import {
  AGREEMENT_KINDS,
  PARTY_ROLES,
  SOURCE_RANKS,
  type AgreementKind,
  type PartyRole,
  type SourceRank,
} from "./ontology/vocabularies.ts";
import type { AgreementPartyState, AgreementState, Conflict, Standing } from "./state.ts";

/** What the derivation of one agreement needs beside its claims. */
export interface AgreementContext {
  readonly id: EntityId;
  readonly mergedIds: readonly EntityId[];
  /** The survivor of a merged id, else the id itself. */
  readonly resolve: (id: EntityId) => EntityId;
  /** The country an organization is based in, where known. */
  readonly basedIn: (organization: EntityId) => EntityId | null;
}

/** Kinds that bind nobody in law unless a claim says so. */
const NOT_BINDING: readonly AgreementKind[] = ["memorandum", "joint-statement"];

/** Raised with every change of the rule: `entente rederive` recomputes states of another version. */
export const DERIVATION_VERSION = 3;

const GENERIC_ROLES: readonly PartyRole[] = ["party", "signatory"];

function deriveParties(
  claims: readonly SourcedClaim[],
  resolve: AgreementContext["resolve"],
): AgreementPartyState[] {
  const parties = new Map<string, AgreementPartyState & { readonly named: readonly SourcedClaim[] }>();
  for (const claim of claims) {
    const { value, id } = claim;
    if (value.type !== "entity") continue;
    const party = resolve(value.entity);
    const role = PARTY_ROLES.find((known) => known === value.role) ?? "party";
    const key = `${party} ${role}`;
    const known = parties.get(key);
    parties.set(key, {
      party,
      role,
      from: known?.from ?? value.from ?? null,
      to: known?.to ?? value.to ?? null,
      standing: NO_STANDING,
      claims: [...(known?.claims ?? []), id],
      named: [...(known?.named ?? []), claim],
    });
  }
  const rows = [...parties.values()].map(({ named, ...row }) => ({ ...row, standing: standingOf(named) }));
  const specific = new Set(
    rows.filter(({ role }) => !GENERIC_ROLES.includes(role)).map(({ party }) => party),
  );
  return rows
    .filter(({ party, role }) => role !== "party" || !specific.has(party))
    .sort((a, b) => (a.party === b.party ? compare(a.role, b.role) : compare(a.party, b.party)));
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function reachOf(
  parties: readonly AgreementPartyState[],
  basedIn: AgreementContext["basedIn"],
): AgreementState["reach"] {
  const ids = [...new Set(parties.map(({ party }) => party))];
  const direct = ids.map((party) => ({ party, via: null }));
  const through = ids.flatMap((organization) => {
    const country = basedIn(organization);
    return country && !ids.includes(country) ? [{ party: country, via: organization }] : [];
  });
  return [...direct, ...through];
}

const strongest = (claims: readonly SourcedClaim[], status: SourcedClaim["status"]): number =>
  Math.max(0, ...claims.filter((claim) => claim.status === status).map(({ confidence }) => confidence));

const standingOf = (claims: readonly SourcedClaim[]): Standing => ({
  accepted: strongest(claims, "accepted"),
  proposed: strongest(claims, "proposed"),
  disputed: strongest(claims, "disputed"),
});
const NO_STANDING = standingOf([]);

const bestRank = (claims: readonly SourcedClaim[]): SourceRank =>
  SOURCE_RANKS.find((rank) => claims.some(({ source }) => source.rank === rank)) ?? "unknown";

/**
 * The one rule by which claims become an agreement. Returns null where no kind, status or party claim is left: the
 * agreement then leaves every list. `claims` are all claims whose subject is the agreement or an id merged into it.
 */
export function deriveAgreement(
  claims: readonly SourcedClaim[],
  context: AgreementContext,
): AgreementState | null {
  const live = countingClaims(claims);
  const about = (property: Property): SourcedClaim[] => live.filter((claim) => claim.property === property);
  const { id, mergedIds, resolve, basedIn } = context;
  const conflicts: Conflict[] = [];
  const choose = (property: Property, ranked = about(property)): SourcedClaim | undefined => {
    const choice = chooseClaim(property, ranked);
    if (choice?.conflict) conflicts.push(choice.conflict);
    return choice?.winner;
  };
  const entities = (property: Property): EntityId[] => {
    const ids = about(property).flatMap(({ value }) =>
      value.type === "entity" ? [resolve(value.entity)] : [],
    );
    return [...new Set(ids)].sort();
  };

  const existence = [...about("kind"), ...about("status"), ...about("party")];
  const ladder = deriveLadder(about("status"));
  const status = ladder.at(-1)?.status;
  if (!status || existence.length === 0) return null;

  // "agreement" is the word for an unspecified kind: it neither wins over nor contradicts a specific one.
  const kinds = about("kind");
  const specific = kinds.filter(({ value }) => value.type === "term" && value.term !== "agreement");
  const kindValue = choose("kind", specific.length > 0 ? specific : kinds)?.value;
  const kind =
    AGREEMENT_KINDS.find((known) => kindValue?.type === "term" && known === kindValue.term) ?? "agreement";

  const nameClaims = about("name");
  const names = [...nameClaims, ...about("alias")].flatMap(({ value }) =>
    value.type === "text" ? [value.text] : [],
  );
  const [name = id, ...aliases] = [...new Set(names)];
  const [accepted] = about("date").filter((claim) => claim.status === "accepted");
  const binding = choose("binding")?.value;
  const count = choose("count")?.value;
  const date = accepted?.value.type === "date" ? accepted.value.date : ladderDate(ladder);
  const amounts = deriveAmounts(about("amount"), date);
  const parties = deriveParties(about("party"), resolve);
  const sectors = about("sector").flatMap(({ value }) =>
    value.type === "term" ? [`sector:${value.term}`] : [],
  );

  return {
    type: "agreement",
    id,
    name,
    aliases,
    mergedIds: [...mergedIds].sort(),
    conflicts: [...conflicts, ...amounts.conflicts],
    kind,
    status,
    binding: binding?.type === "flag" ? binding.flag : !NOT_BINDING.includes(kind),
    date,
    count: count?.type === "number" ? count.number : null,
    ladder,
    parties,
    values: amounts.values,
    counted: amounts.counted,
    amounts: amounts.amounts,
    sourceRank: bestRank(live),
    notForAggregates: about("not-for-aggregates").some(({ value }) => value.type === "flag" && value.flag),
    sectors: [...new Set(sectors)].sort(),
    events: entities("event"),
    signedBy: entities("signed-by"),
    partOf: entities("part-of"),
    amends: entities("amends"),
    replaces: entities("replaces"),
    documents: [...new Set(live.map(({ document }) => document))].sort(),
    reach: reachOf(parties, basedIn),
    existence: standingOf(existence),
    recordedIn: Math.min(...live.map((claim) => claim.firstRecordedIn ?? claim.recordedIn)),
  };
}
