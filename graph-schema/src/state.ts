import type { FuzzyDate } from "./fuzzy-date.ts";
import type { EntityId } from "./ids.ts";
import type { Money } from "./money.ts";
import type { AgreementKind, AgreementStatus, PartyRole } from "./ontology/vocabularies.ts";

/** Sources that disagree about a property: the winner, the losers and why. Claim ids. */
export interface Conflict {
  readonly property: string;
  readonly chosen: string;
  readonly others: readonly string[];
  readonly reason: string;
}

interface NamedState {
  readonly id: EntityId;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Ids merged into this one. */
  readonly mergedIds: readonly EntityId[];
  readonly conflicts: readonly Conflict[];
}

export interface CountryState extends NamedState {
  readonly type: "country";
  readonly iso2: string;
  readonly iso3: string;
  readonly region: string;
}
export interface BlocState extends NamedState {
  readonly type: "bloc";
  readonly acronym: string;
  readonly founded: FuzzyDate | null;
  readonly dissolved: FuzzyDate | null;
}
export interface RegionState extends NamedState {
  readonly type: "region";
  readonly m49: string;
}
export interface SectorState extends NamedState {
  readonly type: "sector";
}
export interface OrganizationState extends NamedState {
  readonly type: "organization";
  readonly basedIn: EntityId | null;
}
export interface Office {
  readonly title: string;
  readonly of: EntityId;
  readonly from: FuzzyDate | null;
  readonly to: FuzzyDate | null;
}
export interface PersonState extends NamedState {
  readonly type: "person";
  readonly offices: readonly Office[];
}
export interface EventState extends NamedState {
  readonly type: "event";
  readonly date: FuzzyDate | null;
  readonly place: string | null;
  readonly heldIn: EntityId | null;
}

export interface Rung {
  readonly status: AgreementStatus;
  readonly on: FuzzyDate | null;
  /** True where no source dates the rung and the date is that of the publication that first told it. */
  readonly byPublication: boolean;
  readonly claims: readonly string[];
}
export interface AgreementPartyState {
  readonly party: EntityId;
  readonly role: PartyRole;
  readonly from: FuzzyDate | null;
  readonly to: FuzzyDate | null;
  readonly claims: readonly string[];
}
export interface AgreementValue {
  readonly money: Money;
  readonly claims: readonly string[];
}
/** The one amount by which an agreement is sorted and counted, in US cents. */
export interface CountedAmount {
  /** Integer US cents as text: beyond 2^53 it must not become a float. */
  readonly usdCents: string;
  /** True where the source itself printed the conversion. */
  readonly bySource: boolean;
}
export interface AgreementState extends NamedState {
  readonly type: "agreement";
  readonly kind: AgreementKind;
  readonly status: AgreementStatus;
  readonly binding: boolean;
  readonly date: FuzzyDate | null;
  readonly count: number | null;
  /** Oldest first; undated rungs in ladder order before the dated rung that follows them. */
  readonly ladder: readonly Rung[];
  /** By id, then role. */
  readonly parties: readonly AgreementPartyState[];
  readonly values: readonly AgreementValue[];
  readonly counted: CountedAmount | null;
  readonly notForAggregates: boolean;
  readonly sectors: readonly EntityId[];
  readonly events: readonly EntityId[];
  readonly signedBy: readonly EntityId[];
  readonly partOf: readonly EntityId[];
  readonly amends: readonly EntityId[];
  readonly replaces: readonly EntityId[];
  readonly documents: readonly string[];
  /**
   * Parties and, for organizations, the country they are based in (`via` names the organization, else null):
   * what a filter by party looks up.
   */
  readonly reach: readonly { readonly party: EntityId; readonly via: EntityId | null }[];
  /** Highest confidence of the live kind, status and party claims by review status; 0 where there is none. */
  readonly existence: { readonly accepted: number; readonly proposed: number; readonly disputed: number };
  /** Data version in which the agreement was first recorded. */
  readonly recordedIn: number;
}

/** What the live claims about one entity amount to. */
export type EntityState =
  | CountryState
  | BlocState
  | RegionState
  | SectorState
  | OrganizationState
  | PersonState
  | EventState
  | AgreementState;

/** One period of membership, as reference tables or claims state it. */
export interface MembershipState {
  readonly bloc: EntityId;
  readonly member: EntityId;
  readonly role: string;
  readonly from: FuzzyDate | null;
  readonly to: FuzzyDate | null;
  readonly claims: readonly string[];
}
