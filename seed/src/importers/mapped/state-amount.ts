import { findCurrency, roundAmount, type Money } from "@entente/graph-schema";
import { AMOUNT_EXPECTED, readAmount } from "../cells/read-amount.ts";
import type { RowFacts } from "../row-facts.ts";
import type { TableMap } from "./table-map.ts";

type AmountRule = NonNullable<TableMap["amount"]>;

function readFigure(
  { cell, warn }: RowFacts,
  column: string | undefined,
  unit: number | undefined,
): string | null {
  const found = cell(column);
  if (!found) return null;
  const { amount, odd } = readAmount(found.raw);
  if (amount === null) warn("unreadable amount", found, AMOUNT_EXPECTED);
  else if (odd) warn("amount written otherwise", found, AMOUNT_EXPECTED);
  return amount === null ? null : roundAmount(amount, unit);
}

function readCurrency({ cell, warn }: RowFacts, rule: AmountRule["currency"]): string | null {
  if ("is" in rule) return rule.is;
  const named = cell(rule.column);
  const code = named && findCurrency(named.text)?.code;
  if (named && code === undefined) warn("unknown currency", named, "an ISO 4217 code such as USD");
  return code ?? null;
}

/** The row's amount with the source's conversion to dollars; in those where its own currency cannot be read. */
export function stateAmount(facts: RowFacts, rule: AmountRule): void {
  const own = readFigure(facts, rule.column, rule.unit);
  const usd = readFigure(facts, rule.usd, rule.unit);
  const currency = own === null ? null : readCurrency(facts, rule.currency);
  const conditions = { role: rule.role ?? "stated", hedge: "exact" } as const;
  const from = "column" in rule.currency ? [rule.currency.column] : [];
  if (own !== null && currency !== null) {
    const converted = usd !== null && currency !== "USD" ? usd : null;
    const money: Money = {
      amount: own,
      currency,
      ...conditions,
      ...(converted !== null && {
        statedConversions: [{ amount: converted, currency: "USD", prices: "nominal" }],
      }),
    };
    const columns = [
      rule.column,
      ...from,
      ...(converted !== null && rule.usd !== undefined ? [rule.usd] : []),
    ];
    facts.state("amount", { type: "money", money }, { columns });
  } else if (usd !== null && rule.usd !== undefined) {
    const money: Money = { amount: usd, currency: "USD", ...conditions };
    facts.state("amount", { type: "money", money }, { columns: [rule.usd] });
  }
}
