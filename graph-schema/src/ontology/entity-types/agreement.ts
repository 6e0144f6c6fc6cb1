import type { EntityId } from "../../ids.ts";
import type { FuzzyDate } from "../../fuzzy-date.ts";
import type { Money } from "../../money.ts";
import type {
  AgreementKind,
  AgreementStatus,
  MoneyRole,
  PartyRole,
  ReviewStatus,
  SourceRank,
} from "../vocabularies.ts";
import type { EntityTypeDefinition, NamedState } from "./named.ts";

export interface Rung {
  readonly status: AgreementStatus;
  readonly on: FuzzyDate | null;
  /** True where no source dates the rung and the date is that of the publication that first told it. */
  readonly byPublication: boolean;
  readonly claims: readonly string[];
}

/** Highest confidence among live claims by review status; 0 where there is none. */
export interface Standing {
  readonly accepted: number;
  readonly proposed: number;
  readonly disputed: number;
}

export interface AgreementPartyState {
  readonly party: EntityId;
  readonly role: PartyRole;
  readonly from: FuzzyDate | null;
  readonly to: FuzzyDate | null;
  /** Of the claims that name it in this role. */
  readonly standing: Standing;
  readonly claims: readonly string[];
}

export interface AgreementValue {
  readonly money: Money;
  /** Whose average rate converts it: rateYearOf its date, else the claim's, else the agreement's. */
  readonly year: number | null;
  readonly claims: readonly string[];
}

/** The one amount by which an agreement is sorted and counted, in US cents. */
export interface CountedAmount {
  /** Integer US cents as text: beyond 2^53 it must not become a float. */
  readonly usdCents: string;
  /** True where the source itself printed the conversion. */
  readonly bySource: boolean;
}

/** The amount that would be counted of one role: the one with the newest date, then by the winner rule. */
export interface RoleAmount {
  readonly role: MoneyRole;
  readonly money: Money;
  /** As AgreementValue has it. */
  readonly year: number | null;
  /** Of the claim that wins. */
  readonly status: ReviewStatus;
  readonly confidence: number;
}

export interface AgreementState extends NamedState {
  readonly type: "agreement";
  readonly kind: AgreementKind;
  readonly status: AgreementStatus;
  readonly binding: boolean;
  readonly date: FuzzyDate | null;
  readonly count: number | null;
  /** Oldest first; undated rungs before the dated ones, but last where they rise above all that is dated. */
  readonly ladder: readonly Rung[];
  /** By id, then role. */
  readonly parties: readonly AgreementPartyState[];
  readonly values: readonly AgreementValue[];
  readonly counted: CountedAmount | null;
  /** One for each role present, in the order in which roles count; a total cost last, which counts only where asked for. */
  readonly amounts: readonly RoleAmount[];
  /** Highest rank among the sources that speak of it. */
  readonly sourceRank: SourceRank;
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
  /** Of the live kind, status and party claims. */
  readonly existence: Standing;
  /** Data version in which the agreement was first recorded. */
  readonly recordedIn: number;
}

export const AGREEMENT = {
  type: "agreement",
  label: "Agreement",
  caption: "agreement",
  indexed: ["earliest", "sortName", "usdCents", "partySet"],
} as const satisfies EntityTypeDefinition;
