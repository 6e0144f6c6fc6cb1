import { usdCents } from "./amounts.ts";
import { compareClaims, valueText } from "./choose-claim.ts";
import type { SourcedClaim } from "./claim.ts";
import type { Money } from "./money.ts";
import type { MoneyRole } from "./ontology/vocabularies.ts";
import type { AgreementValue, Conflict, CountedAmount, RoleAmount } from "./state.ts";

/** The amount that counts is of the first role present; a total cost is not what was agreed and never counts. */
export const COUNTED_ROLES: readonly MoneyRole[] = ["committed", "stated", "pledged", "disbursed"];

interface MoneyClaim extends SourcedClaim {
  readonly value: { readonly type: "money"; readonly money: Money };
}
const isMoney = (claim: SourcedClaim): claim is MoneyClaim => claim.value.type === "money";

const dateOf = (claim: MoneyClaim): string => {
  const on = claim.value.money.asOf ?? claim.validOn;
  return on ? `${on.earliest}/${on.latest}` : "";
};
const newestDate = (claim: MoneyClaim): string => (claim.value.money.asOf ?? claim.validOn)?.latest ?? "";

/** Equal amounts of equal role and date are one value with several claims; richest conversions win. */
function groupValues(claims: readonly MoneyClaim[]): AgreementValue[] {
  const groups = new Map<string, MoneyClaim[]>();
  for (const claim of claims) {
    const key = [claim.value.money.role, dateOf(claim), valueText(claim.value)].join("|");
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()].flatMap((group) => {
    const shown = group.find(({ value }) => value.money.statedConversions?.length) ?? group[0];
    return shown ? [{ money: shown.value.money, claims: group.map(({ id }) => id) }] : [];
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

function roleAmounts(claims: readonly MoneyClaim[]): RoleAmount[] {
  return [...COUNTED_ROLES, "total-cost" as const].flatMap((role) => {
    const [winner] = claims
      .filter(({ value }) => value.money.role === role)
      .sort((a, b) =>
        newestDate(a) === newestDate(b) ? compareClaims(a, b) : newestDate(a) < newestDate(b) ? 1 : -1,
      );
    if (!winner) return [];
    const { status, confidence, value } = winner;
    return [{ role, money: value.money, status, confidence }];
  });
}

function countedAmount([first]: readonly RoleAmount[]): CountedAmount | null {
  const usd = first && first.role !== "total-cost" ? usdCents(first.money) : null;
  return usd ? { usdCents: String(usd.cents), bySource: usd.bySource } : null;
}

/** Values, their conflicts, and the one amount that sorts and counts; claims come ranked by the winner rule. */
export function deriveAmounts(ranked: readonly SourcedClaim[]): {
  readonly values: AgreementValue[];
  readonly conflicts: Conflict[];
  readonly counted: CountedAmount | null;
  readonly amounts: RoleAmount[];
} {
  const claims = ranked.filter(isMoney);
  const amounts = roleAmounts(claims);
  return {
    values: groupValues(claims),
    conflicts: conflictsOf(claims),
    counted: countedAmount(amounts),
    amounts,
  };
}
