import { formatUnits, toCents } from "./amounts.ts";
import { compareClaims, valueText } from "./choose-claim.ts";
import type { SourcedClaim } from "./claim.ts";
import { createConverter, rateYearOf } from "./convert-money.ts";
import type { FuzzyDate } from "./fuzzy-date.ts";
import type { Money } from "./money.ts";
import type { MoneyRole } from "./ontology/vocabularies.ts";
import type { AgreementValue, Conflict, CountedAmount, RoleAmount } from "./state.ts";

/** The amount that counts is of the first role present; a total cost is not what was agreed and never counts. */
export const COUNTED_ROLES: readonly MoneyRole[] = ["committed", "stated", "pledged", "disbursed"];

const toDollars = createConverter({ to: "USD", prices: "nominal", baseYear: null });

interface MoneyClaim extends SourcedClaim {
  readonly value: { readonly type: "money"; readonly money: Money };
}
const isMoney = (claim: SourcedClaim): claim is MoneyClaim => claim.value.type === "money";

const dateOf = (claim: MoneyClaim): string => {
  const on = claim.value.money.asOf ?? claim.validOn;
  return on ? `${on.earliest}/${on.latest}` : "";
};
const newestDate = (claim: MoneyClaim): string => (claim.value.money.asOf ?? claim.validOn)?.latest ?? "";

const yearOf = (claim: MoneyClaim, agreed: FuzzyDate | null): number | null =>
  rateYearOf(claim.value.money.asOf, claim.validOn, agreed);

/** Equal amounts of equal role and date are one value with several claims; richest conversions win. */
function groupValues(claims: readonly MoneyClaim[], agreed: FuzzyDate | null): AgreementValue[] {
  const groups = new Map<string, MoneyClaim[]>();
  for (const claim of claims) {
    const key = [claim.value.money.role, dateOf(claim), valueText(claim.value)].join("|");
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()].flatMap((group) => {
    const shown = group.find(({ value }) => value.money.statedConversions?.length) ?? group[0];
    if (!shown) return [];
    return [{ money: shown.value.money, year: yearOf(shown, agreed), claims: group.map(({ id }) => id) }];
  });
}

function conflictsOf(claims: readonly MoneyClaim[]): Conflict[] {
  const slots = new Map<string, MoneyClaim[]>();
  for (const claim of claims) slots.set(slotOf(claim), [...(slots.get(slotOf(claim)) ?? []), claim]);
  return [...slots.values()].flatMap((ranked) => {
    const [winner] = ranked;
    const others = ranked.filter((claim) => winner && valueText(claim.value) !== valueText(winner.value));
    if (!winner || others.length === 0) return [];
    const reason = "different amounts for the same role and date";
    return [{ property: "amount", chosen: winner.id, others: others.map(({ id }) => id), reason }];
  });
}
const slotOf = (claim: MoneyClaim): string => `${claim.value.money.role}|${dateOf(claim)}`;

function roleAmounts(claims: readonly MoneyClaim[], agreed: FuzzyDate | null): RoleAmount[] {
  return [...COUNTED_ROLES, "total-cost" as const].flatMap((role) => {
    const [winner] = claims
      .filter(({ value }) => value.money.role === role)
      .sort((a, b) =>
        newestDate(a) === newestDate(b) ? compareClaims(a, b) : newestDate(a) < newestDate(b) ? 1 : -1,
      );
    if (!winner) return [];
    const { status, confidence, value } = winner;
    return [{ role, money: value.money, year: yearOf(winner, agreed), status, confidence }];
  });
}

function countedAmount([first]: readonly RoleAmount[]): CountedAmount | null {
  if (!first || first.role === "total-cost") return null;
  const usd = toDollars(first.money, first.year);
  return usd && { usdCents: String(toCents(formatUnits(usd.units))), bySource: usd.way.bySource };
}

/**
 * Values, their conflicts, and the one amount that sorts and counts; claims come ranked by the winner rule. An amount
 * without a date of its own is converted by the date of the agreement.
 */
export function deriveAmounts(
  ranked: readonly SourcedClaim[],
  agreed: FuzzyDate | null,
): {
  readonly values: AgreementValue[];
  readonly conflicts: Conflict[];
  readonly counted: CountedAmount | null;
  readonly amounts: RoleAmount[];
} {
  const claims = ranked.filter(isMoney);
  const amounts = roleAmounts(claims, agreed);
  return {
    values: groupValues(claims, agreed),
    conflicts: conflictsOf(claims),
    counted: countedAmount(amounts),
    amounts,
  };
}
