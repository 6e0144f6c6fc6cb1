import {
  datesOverlap,
  type AgreementKind,
  type AgreementState,
  type DatePrecision,
  type FuzzyDate,
} from "@entente/graph-schema";
import { distinctParties } from "../store/agreement-keys.ts";

/** Kinds that one deal may be called by different reports. `agreement` fits any but deal-package. */
const KIND_FAMILIES: readonly (readonly AgreementKind[])[] = [
  ["treaty", "framework-agreement", "trade-agreement"],
  ["memorandum", "joint-statement"],
  ["loan", "grant", "joint-fund", "investment"],
  ["currency-swap"],
  ["contract", "project"],
  ["deal-package"],
];

/** Precisions at which two dates that overlap tell one deal from another. */
const PRECISE: readonly DatePrecision[] = ["day", "week", "month"];

function sameFamily(a: AgreementKind, b: AgreementKind): boolean {
  if (a === b) return true;
  if (a === "agreement" || b === "agreement") return a !== "deal-package" && b !== "deal-package";
  return KIND_FAMILIES.some((family) => family.includes(a) && family.includes(b));
}

/** The agreement's date where a source states it; a publication date says nothing about identity. */
function statedDate(state: AgreementState): FuzzyDate | null {
  const { date } = state;
  if (!date || !PRECISE.includes(date.precision)) return null;
  return state.ladder.some((rung) => rung.byPublication && rung.on?.text === date.text) ? null : date;
}

const valuesOf = (state: AgreementState): string =>
  state.values
    .map(({ money }) => `${money.currency} ${Number(money.amount)} ${money.upTo ?? ""}`)
    .sort()
    .join("|");

/** True where two reports tell of one deal beyond reasonable doubt; everything looser is left apart. */
export function isSameAgreement(a: AgreementState, b: AgreementState): boolean {
  const [dateA, dateB] = [statedDate(a), statedDate(b)];
  return (
    distinctParties(a).length > 1 &&
    distinctParties(a).join(" ") === distinctParties(b).join(" ") &&
    sameFamily(a.kind, b.kind) &&
    valuesOf(a) === valuesOf(b) &&
    (a.count === b.count || a.count === null || b.count === null) &&
    dateA !== null &&
    dateB !== null &&
    datesOverlap(dateA, dateB)
  );
}

/**
 * Pairs each new agreement with the one stored agreement that it repeats. A new agreement that fits several stored
 * ones, or a stored one that several new ones fit, is matched with none. Returns new id → stored id.
 */
export function matchAgreements(
  fresh: readonly AgreementState[],
  stored: readonly AgreementState[],
): ReadonlyMap<string, string> {
  const fits = fresh.map((state) => ({
    state,
    candidates: stored.filter((other) => isSameAgreement(state, other)),
  }));
  const claimed = fits.flatMap(({ candidates }) => candidates.map(({ id }) => id));
  const matches = new Map<string, string>();
  for (const { state, candidates } of fits) {
    const [only] = candidates;
    if (only && candidates.length === 1 && claimed.filter((id) => id === only.id).length === 1)
      matches.set(state.id, only.id);
  }
  return matches;
}
