import type {
  AgreementKind,
  AgreementStatus,
  EntityId,
  MoneyRole,
  ReviewStatus,
} from "@entente/graph-schema";

/** A validated filter: ids are resolved, lists are never empty, fields are ANDed, lists are ORed. */
export interface AgreementFilter {
  readonly and?: readonly AgreementFilter[];
  readonly or?: readonly AgreementFilter[];
  readonly not?: AgreementFilter;
  readonly ids?: readonly EntityId[];
  readonly partiesAny?: readonly EntityId[];
  readonly partiesAll?: readonly EntityId[];
  /** Also count reach rows with `via`. Applies to partiesAny, partiesAll, membersOf and betweenBlocs. */
  readonly viaOrganizations: boolean;
  /** Agreements with a party that was `member` of one of these blocs on a day of earliest..latest. */
  readonly membersOf?: readonly EntityId[];
  /** Two blocs: a member of the first and a different member of the second. */
  readonly betweenBlocs?: readonly [EntityId, EntityId];
  readonly kinds?: readonly AgreementKind[];
  readonly statuses?: readonly AgreementStatus[];
  readonly binding?: boolean;
  readonly sectors?: readonly EntityId[];
  /** Overlap with earliest..latest, ends included; undated agreements never match. */
  readonly date?: { readonly from?: string; readonly to?: string };
  /** US cents as integer text, ends included; agreements without a counted amount never match. */
  readonly value?: { readonly minCents?: string; readonly maxCents?: string };
  readonly hasValue?: boolean;
  /** Folded words that must all occur in the name's or aliases' folded text as words or word prefixes. */
  readonly words?: readonly string[];
  readonly documents?: readonly string[];
  /** One live kind, status or party claim must pass both. */
  readonly minConfidence?: number;
  readonly review?: readonly ReviewStatus[];
}

/** Which agreements a question is about: a filter, and the data version it is asked of (null: the newest). */
export interface Scope {
  readonly filter: AgreementFilter;
  readonly version: number | null;
}

export const EVERYTHING: AgreementFilter = { viaOrganizations: true };

export type OrderField = "date" | "value" | "name" | "recorded-at";
/** Missing dates and values come last in both directions; ties break by id, ascending with `asc`, descending with `desc`. */
export interface AgreementOrder {
  readonly field: OrderField;
  readonly direction: "asc" | "desc";
}

/**
 * The sort key of one agreement: `missing` (0 or 1) is always ascending, then `key` by direction, then id.
 * date: earliest day, "" if undated; value: US cents, "0" if none; name: sortName; recorded-at: data version.
 */
export interface SortKey {
  readonly missing: 0 | 1;
  readonly key: string;
  readonly id: EntityId;
}

export interface PageRequest {
  readonly limit: number;
  /** Exclusive. With `backward`, the page that ends just before `start`. */
  readonly start: SortKey | null;
  readonly backward: boolean;
}

export type { MoneyRole };
