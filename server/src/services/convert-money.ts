import { toCents, formatCents, type Money } from "@entente/graph-schema";

export interface Conversion {
  readonly amount: string;
  readonly bySource: boolean;
  readonly rate: string | null;
  readonly rateYear: number | null;
  readonly rateSource: string;
  readonly deflator: string | null;
}

export interface ConversionRequest {
  readonly to: string;
  readonly prices: "nominal" | "constant";
  readonly baseYear: number | null;
}

const plain = { rateYear: null, deflator: null } as const;

/**
 * The amount in another currency: itself if that is its own, else the conversion that the source prints. Null where
 * neither is there: rates and deflators are tables that this version does not have.
 */
export function convertMoney(money: Money, { to, prices, baseYear }: ConversionRequest): Conversion | null {
  if (prices === "nominal" && money.currency === to) {
    const amount = formatCents(toCents(money.amount));
    return { ...plain, amount, bySource: false, rate: "1", rateSource: `stated in ${to}` };
  }
  const stated = money.statedConversions?.find(
    (conversion) =>
      conversion.currency === to &&
      conversion.prices === prices &&
      (prices === "nominal" || baseYear === null || conversion.baseYear === baseYear),
  );
  if (!stated) return null;
  return {
    ...plain,
    amount: formatCents(toCents(stated.amount)),
    bySource: true,
    rate: null,
    rateSource: "as converted by the source",
  };
}
