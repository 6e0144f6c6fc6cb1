import { foldName, sortName, type AgreementState, type EntityId } from "@entente/graph-schema";
import type { AgreementOrder, SortKey } from "./filter.ts";

/** Statuses that count by default in totals and pair amounts. */
export const COUNTED_STATUSES = ["agreed", "signed", "in-force", "completed"] as const;

/** Agreements with more parties are "multilateral" and make no pairs. */
export const MAX_PAIRED_PARTIES = 12;

const isCounted = (state: AgreementState): boolean =>
  (COUNTED_STATUSES as readonly string[]).includes(state.status) && !state.notForAggregates;

/** The plain columns that both engines store beside an agreement's state, so that filters and orders agree. */
export interface AgreementKeys {
  readonly earliest: string;
  readonly latest: string;
  readonly undated: 0 | 1;
  readonly sortName: string;
  /** US cents as integer text; "0" where there is none. */
  readonly usdCents: string;
  readonly unvalued: 0 | 1;
  readonly partySet: string;
  /** US cents that a pair of two parties may add, null where it adds none. */
  readonly pairCents: string | null;
  /** What a `words` filter looks in; see foldedText. */
  readonly nameText: string;
}

/** Folded words of all names, each after a space: a word or word prefix `w` occurs where " w" is found. */
export const foldedText = (names: readonly string[]): string =>
  names.map((name) => ` ${foldName(name)}`).join("");

export const distinctParties = (state: AgreementState): EntityId[] =>
  [...new Set(state.parties.map(({ party }) => party))].sort();

export function agreementKeys(state: AgreementState): AgreementKeys {
  const parties = distinctParties(state);
  return {
    earliest: state.date?.earliest ?? "",
    latest: state.date?.latest ?? "",
    undated: state.date ? 0 : 1,
    sortName: sortName(state.name),
    usdCents: state.counted?.usdCents ?? "0",
    unvalued: state.counted ? 0 : 1,
    partySet: parties.join(" "),
    nameText: foldedText([state.name, ...state.aliases]),
    pairCents: state.counted && parties.length === 2 && isCounted(state) ? state.counted.usdCents : null,
  };
}

/** All unordered pairs of an agreement's parties, `a` < `b`; none for a single party or a multilateral agreement. */
export function partyPairs(state: AgreementState): { readonly a: EntityId; readonly b: EntityId }[] {
  const parties = distinctParties(state);
  if (parties.length > MAX_PAIRED_PARTIES) return [];
  return parties.flatMap((a, i) => parties.slice(i + 1).map((b) => ({ a, b })));
}

export function sortKeyOf(state: AgreementState, order: AgreementOrder): SortKey {
  const keys = agreementKeys(state);
  switch (order.field) {
    case "date":
      return { missing: keys.undated, key: keys.earliest, id: state.id };
    case "value":
      return { missing: keys.unvalued, key: keys.usdCents, id: state.id };
    case "name":
      return { missing: 0, key: keys.sortName, id: state.id };
    case "recorded-at":
      return { missing: 0, key: String(state.recordedIn), id: state.id };
  }
}
