import type { SourcedClaim } from "./claim.ts";
import { compareClaims } from "./choose-claim.ts";
import { datesOverlap, formatIsoDate, type FuzzyDate } from "./fuzzy-date.ts";
import { AGREEMENT_STATUSES, type AgreementStatus } from "./ontology/vocabularies.ts";
import type { Rung } from "./state.ts";

const height = (status: AgreementStatus): number => AGREEMENT_STATUSES.indexOf(status);
const isStop = (status: AgreementStatus): boolean => status === "suspended" || status === "ended";
const days = (date: FuzzyDate): number => Date.parse(date.latest) - Date.parse(date.earliest);

/** Rungs compare by `latest`, equal dates by ladder order, then suspended, then ended; undated ones come first. */
function compareRungs(a: Rung, b: Rung): number {
  const [x, y] = [a.on?.latest ?? "", b.on?.latest ?? ""];
  return x < y ? -1 : x > y ? 1 : height(a.status) - height(b.status);
}

const newestOf = (rungs: readonly Rung[]): Rung | undefined =>
  rungs.reduce<Rung | undefined>(
    (best, rung) => (!best || compareRungs(best, rung) <= 0 ? rung : best),
    undefined,
  );

const statusOf = (claim: SourcedClaim): AgreementStatus | undefined =>
  claim.value.type === "term" ? AGREEMENT_STATUSES.find((status) => status === valueTerm(claim)) : undefined;
const valueTerm = (claim: SourcedClaim): string => (claim.value.type === "term" ? claim.value.term : "");

const withClaim = (rung: Rung, claim: SourcedClaim): Rung => ({
  ...rung,
  claims: [...rung.claims, claim.id],
});

/** Same status on overlapping dates is one rung, on the narrowest of them. */
function addDated(rungs: Rung[], claim: SourcedClaim, status: AgreementStatus): void {
  const on = claim.validOn;
  const i = rungs.findIndex((rung) => rung.status === status && rung.on && on && datesOverlap(rung.on, on));
  const rung = rungs[i];
  if (!rung || !on) rungs.push({ status, on, byPublication: false, claims: [claim.id] });
  else rungs[i] = withClaim(rung.on && days(on) < days(rung.on) ? { ...rung, on } : rung, claim);
}

/** Rungs in the making: those with a place in time, and those that stand above them though nothing dates them. */
interface Rungs {
  readonly placed: Rung[];
  readonly above: Rung[];
}

/**
 * An undated claim takes its publication date only if its rung is higher than the newest dated one, or is
 * suspended or ended; otherwise it only adds support. Of a source without a publication date, such as a data set
 * that says "cancelled", such a rung stands above the dated ones all the same.
 */
function addUndated({ placed, above }: Rungs, claim: SourcedClaim, status: AgreementStatus): void {
  const newest = newestOf(placed.filter(({ on }) => on !== null));
  const rises = !newest || height(status) > height(newest.status) || isStop(status);
  const { published } = claim.source;
  if (rises && published && newest?.status !== status) {
    const on = { ...published, text: `published ${formatIsoDate(published)}` };
    placed.push({ status, on, byPublication: true, claims: [claim.id] });
    return;
  }
  const rungs = rises && newest && newest.status !== status ? above : placed;
  const i = rungs.findLastIndex((rung) => rung.status === status);
  const rung = rungs[i];
  if (rung) rungs[i] = withClaim(rung, claim);
  else rungs.push({ status, on: null, byPublication: false, claims: [claim.id] });
}

/** Oldest publication first; sources without one last, when all that has a date has its place. */
function byPublication(a: SourcedClaim, b: SourcedClaim): number {
  const [x, y] = [a.source.published?.latest, b.source.published?.latest];
  if (x === y) return compareClaims(a, b);
  if (x === undefined || y === undefined) return x === undefined ? 1 : -1;
  return x < y ? -1 : 1;
}

/** The ladder of an agreement from its counting status claims, oldest rung first; the last one is its status. */
export function deriveLadder(claims: readonly SourcedClaim[]): Rung[] {
  const rungs: Rungs = { placed: [], above: [] };
  for (const claim of claims.filter(({ validOn }) => validOn !== null)) {
    const status = statusOf(claim);
    if (status) addDated(rungs.placed, claim, status);
  }
  for (const claim of claims.filter(({ validOn }) => validOn === null).sort(byPublication)) {
    const status = statusOf(claim);
    if (status) addUndated(rungs, claim, status);
  }
  return [...rungs.placed.sort(compareRungs), ...rungs.above.sort(compareRungs)];
}

/** The date of the `signed` rung, else `agreed`, else `in-force`, else the earliest dated rung. */
export function ladderDate(ladder: readonly Rung[]): FuzzyDate | null {
  const dated = ladder.filter(({ on }) => on !== null);
  const first = (status: AgreementStatus): Rung | undefined => dated.find((rung) => rung.status === status);
  return (first("signed") ?? first("agreed") ?? first("in-force") ?? dated[0])?.on ?? null;
}
