import type { ClaimValue, SourcedClaim } from "./claim.ts";
import { SOURCE_RANKS, type ReviewStatus } from "./ontology/vocabularies.ts";
import type { Conflict } from "./state.ts";

const REVIEW_ORDER: Readonly<Record<ReviewStatus, number>> = {
  accepted: 0,
  proposed: 1,
  disputed: 2,
  rejected: 3,
};

const newest = (claim: SourcedClaim): string => claim.source.published?.latest ?? "";
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The winner rule: accepted before proposed before disputed, then source rank, then confidence, then the newest
 * publication, then the newest record; ids break ties so that both engines and every installation agree.
 */
export function compareClaims(a: SourcedClaim, b: SourcedClaim): number {
  return (
    REVIEW_ORDER[a.status] - REVIEW_ORDER[b.status] ||
    SOURCE_RANKS.indexOf(a.source.rank) - SOURCE_RANKS.indexOf(b.source.rank) ||
    b.confidence - a.confidence ||
    compareText(newest(b), newest(a)) ||
    b.recordedIn - a.recordedIn ||
    compareText(a.id, b.id)
  );
}

/** Why `winner` stands before `loser`, for people. */
function reasonFor(winner: SourcedClaim, loser: SourcedClaim): string {
  if (winner.status !== loser.status) return `${winner.status} before ${loser.status}`;
  if (winner.source.rank !== loser.source.rank)
    return `source rank: ${winner.source.rank} before ${loser.source.rank}`;
  if (winner.confidence !== loser.confidence)
    return `confidence ${winner.confidence} before ${loser.confidence}`;
  return "newer source";
}

/** A value in one canonical text, so that equal statements compare equal. */
export function valueText(value: ClaimValue): string {
  switch (value.type) {
    case "text":
      return value.text;
    case "term":
      return value.term;
    case "number":
      return String(value.number);
    case "flag":
      return String(value.flag);
    case "date":
      return `${value.date.earliest}/${value.date.latest}`;
    case "money":
      return `${value.money.currency} ${value.money.amount}${value.money.upTo ? `–${value.money.upTo}` : ""}`;
    case "entity":
      return value.role ? `${value.entity} (${value.role})` : value.entity;
  }
}

/** Live claims that count: rejected and superseded ones never do. */
export const countingClaims = (claims: readonly SourcedClaim[]): SourcedClaim[] =>
  claims.filter((claim) => claim.status !== "rejected" && claim.supersededIn === null).sort(compareClaims);

/** The winner among claims about a single-valued property, and the conflict it won; null where there is none. */
export function chooseClaim(
  property: string,
  ranked: readonly SourcedClaim[],
): { readonly winner: SourcedClaim; readonly conflict: Conflict | null } | null {
  const [winner, ...rest] = ranked;
  if (!winner) return null;
  const losers = rest.filter((claim) => valueText(claim.value) !== valueText(winner.value));
  const [first] = losers;
  if (!first) return { winner, conflict: null };
  const others = losers.map(({ id }) => id);
  return { winner, conflict: { property, chosen: winner.id, others, reason: reasonFor(winner, first) } };
}
