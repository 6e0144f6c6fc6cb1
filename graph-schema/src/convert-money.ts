import { Big } from "big.js";
import { formatUnits, toCents, toUnits, UNITS_PER_CENT } from "./amounts.ts";
import { RATE_SOURCE, unitsPerDollar } from "./exchange-rates.ts";
import type { FuzzyDate } from "./fuzzy-date.ts";
import type { Money } from "./money.ts";
import { NEWEST_BASE_YEAR, US_CPI, US_CPI_SOURCE } from "./tables/us-cpi.ts";

export interface ConversionRequest {
  readonly to: string;
  readonly prices: "nominal" | "constant";
  /** Null with constant prices: the newest year that the price table has. */
  readonly baseYear: number | null;
}

/** An amount in another currency, and everything that it was made with. */
export interface Conversion {
  readonly from: string;
  /** As the source prints it, else rounded once, half-even, to hundredths: totals add these up exactly. */
  readonly amount: string;
  readonly bySource: boolean;
  readonly rate: string | null;
  readonly rateYear: number | null;
  readonly rateSource: string;
  readonly deflator: string | null;
}

/** How an amount was converted: everything but the figure. */
export type ConversionWay = Omit<Conversion, "amount">;

/** A way found once serves all amounts of its currency and year. */
interface Way {
  readonly way: ConversionWay;
  readonly toUnits: (amount: string) => bigint;
}

/**
 * Ten-thousandths in the currency asked for, and how they came about; null without a rate. What the source prints stays
 * as printed; what is converted is rounded once, half-even, to hundredths.
 */
export type Converter = (
  money: Money,
  year: number | null,
) => { readonly way: ConversionWay; readonly units: bigint } | null;

/** Rates and deflators are shown so, never calculated with. */
const SHOWN_DIGITS = 10;

const BY_SOURCE = "as converted by the source";

const show = (factor: Big): string => new Big(factor.toPrecision(SHOWN_DIGITS)).toFixed();

/**
 * The year whose average rate stands for an amount: that of the first date there is. None where there is no date, or
 * where it spans more than two years.
 */
export function rateYearOf(...dates: readonly (FuzzyDate | null | undefined)[]): number | null {
  const date = dates.find((one) => one != null);
  if (!date) return null;
  const year = Number(date.earliest.slice(0, 4));
  const twoYearsOn = `${String(year + 2).padStart(4, "0")}${date.earliest.slice(4)}`;
  return date.latest < twoYearsOn ? year : null;
}

function readStated(money: Money, wanted: ConversionRequest): string | undefined {
  return money.statedConversions?.find(
    ({ currency, prices, baseYear }) =>
      currency === wanted.to &&
      prices === wanted.prices &&
      (prices === "nominal" || baseYear === wanted.baseYear),
  )?.amount;
}

const unchanged = (from: string, bySource: boolean): Way => ({
  way: {
    from,
    bySource,
    rate: bySource ? null : "1",
    rateYear: null,
    rateSource: bySource ? BY_SOURCE : `stated in ${from}`,
    deflator: null,
  },
  toUnits,
});

/** Why our figure is not the one that the source prints in other constant prices. */
function remarkOn(money: Money, baseYear: number): string {
  const other = money.statedConversions?.find(({ prices }) => prices === "constant");
  if (!other) return "";
  const year = other.baseYear === undefined ? "" : ` of ${other.baseYear}`;
  return `; not the source's own figure in ${other.currency}${year}, which it deflated its own way (here: prices of ${baseYear})`;
}

interface Leg {
  readonly from: string;
  readonly year: number | null;
  readonly to: string;
  /** The dollars are those that the source prints. */
  readonly hasDollars: boolean;
  /** Null for nominal prices. */
  readonly baseYear: number | null;
  readonly remark: string;
}

/** From the stated amount, or the source's own dollars, to dollars, to the base year's dollars, to the currency. */
function findWay({ from, year, to, hasDollars, baseYear, remark }: Leg): Way | null {
  if (year === null) return null;
  const isDollars = hasDollars || from === "USD";
  const [perDollar, then, base, target] = [
    isDollars ? "1" : unitsPerDollar(from, year),
    baseYear === null ? "1" : US_CPI[year],
    baseYear === null ? "1" : US_CPI[baseYear],
    unitsPerDollar(to, baseYear ?? year),
  ];
  if (perDollar === null || then === undefined || base === undefined || target === null) return null;
  const sources = [
    ...(hasDollars ? [BY_SOURCE] : from === "USD" ? ["stated in USD"] : []),
    ...(isDollars && to === "USD" ? [] : [RATE_SOURCE]),
    ...(baseYear === null ? [] : [`${US_CPI_SOURCE}${remark}`]),
  ];
  const [times, by] = [new Big(target).times(base), new Big(perDollar).times(then)];
  return {
    way: {
      from,
      bySource: false,
      rate: hasDollars && to === "USD" ? null : show(new Big(target).div(perDollar)),
      rateYear: to === "USD" ? year : (baseYear ?? year),
      rateSource: sources.join("; "),
      deflator: baseYear === null ? null : show(new Big(base).div(then)),
    },
    toUnits: (amount) => toCents(new Big(amount).times(times).div(by)) * UNITS_PER_CENT,
  };
}

/**
 * Converts many amounts the same way: each is itself if the currency is its own, else the conversion that the source
 * prints, else by the average rate of its `year` (rateYearOf), through the dollar. Null where no rate or price index
 * is known, never a guess.
 */
export function createConverter({ to, prices, baseYear: asked }: ConversionRequest): Converter {
  const baseYear = prices === "nominal" ? null : (asked ?? NEWEST_BASE_YEAR);
  const ways = new Map<string, Way | null>();
  const known = (key: string, find: () => Way | null): Way | null => {
    const found = ways.get(key);
    if (found !== undefined) return found;
    const way = find();
    ways.set(key, way);
    return way;
  };
  const walk = (way: Way | null, amount: string) => way && { way: way.way, units: way.toUnits(amount) };

  return (money, year) => {
    const from = money.currency;
    if (baseYear === null && from === to)
      return walk(
        known("same", () => unchanged(from, false)),
        money.amount,
      );
    const stated = readStated(money, { to, prices, baseYear });
    if (stated !== undefined)
      return walk(
        known(`${from} stated`, () => unchanged(from, true)),
        stated,
      );
    const dollars =
      from === "USD" ? undefined : readStated(money, { to: "USD", prices: "nominal", baseYear: null });
    const hasDollars = dollars !== undefined;
    const remark = baseYear === null ? "" : remarkOn(money, baseYear);
    const way = known(`${from} ${year} ${hasDollars} ${remark}`, () =>
      findWay({ from, year, to, hasDollars, baseYear, remark }),
    );
    return walk(way, dollars ?? money.amount);
  };
}

/** One amount in another currency, with its figure printed: createConverter. */
export function convertMoney(
  money: Money,
  year: number | null,
  request: ConversionRequest,
): Conversion | null {
  const converted = createConverter(request)(money, year);
  return converted && { ...converted.way, amount: formatUnits(converted.units) };
}
