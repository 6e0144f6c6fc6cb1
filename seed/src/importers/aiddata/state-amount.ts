import { findCurrency, type Money, type MoneyRole } from "@entente/graph-schema";
import { AMOUNT_EXPECTED, readAmount } from "../cells/read-amount.ts";
import type { Cell, RowFacts } from "../row-facts.ts";
import type { Layout } from "./layouts.ts";

interface Figure {
  readonly amount: string;
  readonly column: string;
}

function readFigure(cell: Cell | undefined, { warn }: RowFacts): Figure | null {
  if (!cell) return null;
  const { amount, odd } = readAmount(cell.raw);
  if (amount === null) warn("unreadable amount", cell, AMOUNT_EXPECTED);
  else if (odd) warn("amount written otherwise", cell, AMOUNT_EXPECTED);
  return amount === null ? null : { amount, column: cell.column };
}

/**
 * A row's amount in its own currency with the source's own conversions to dollars; in the source's dollars where the
 * amount or its currency cannot be read.
 */
export function stateAmount(facts: RowFacts, { columns, baseYear }: Layout, role: MoneyRole): void {
  const { cell, state, warn } = facts;
  const [own, usd, constant] = [columns.amount, columns.usd, columns.constantUsd].map((column) =>
    readFigure(cell(column), facts),
  );
  const currency = own ? readCurrency(facts, columns.currency) : null;
  const shown = own && currency ? own : usd;
  if (!shown) return;
  const isConverted = shown === own && currency !== "USD";
  const conversions: NonNullable<Money["statedConversions"]> = [
    ...(isConverted && usd ? [{ amount: usd.amount, currency: "USD", prices: "nominal" } as const] : []),
    ...(constant
      ? [{ amount: constant.amount, currency: "USD", prices: "constant", baseYear } as const]
      : []),
  ];
  const money: Money = {
    amount: shown.amount,
    currency: shown === own && currency ? currency : "USD",
    role,
    hedge: "exact",
    ...(conversions.length > 0 && { statedConversions: conversions }),
  };
  const from = shown === own ? [columns.amount, columns.currency] : [columns.usd];
  state(
    "amount",
    { type: "money", money },
    {
      columns: [
        ...from,
        ...(isConverted && usd ? [columns.usd] : []),
        ...(constant ? [columns.constantUsd] : []),
      ],
    },
  );

  function readCurrency({ cell: read }: RowFacts, column: string): string | null {
    const named = read(column);
    const code = named && findCurrency(named.text)?.code;
    if (named && code === undefined) {
      warn("unknown currency", named, "an ISO 4217 code such as USD");
    }
    return code ?? null;
  }
}
