import { expect, test } from "vitest";
import { unitsPerDollar } from "./exchange-rates.ts";
import { CURRENCIES } from "./tables/currencies.ts";
import { findCurrency } from "./tables/find-rows.ts";
import { RATE_YEARS } from "./tables/rate-years.ts";
import { US_CPI } from "./tables/us-cpi.ts";

const YEARS = Array.from({ length: 90 }, (_, i) => 1940 + i);

/** How much dearer a dollar can get from one year to the next before a unit must have changed. */
const MOST_IN_A_YEAR = 5;

/** Falls that were real: unifications of rates and hyperinflations without a new unit. */
const REAL_FALLS = [
  "CDF 2000",
  "CDF 2001",
  "IRR 1993",
  "LBP 1987",
  "LBP 2023",
  "MMK 2012",
  "MNT 1993",
  "SDG 2021",
  "SSP 2016",
  "VES 2020",
  "VND 1988",
  "VND 1989",
];

test.each([
  // Annual averages as widely published: they must not be upside down or off by a unit.
  ["CNY", 2010, 6.77],
  ["EUR", 2015, 0.902],
  ["JPY", 2000, 107.8],
  ["GBP", 2014, 0.607],
  ["INR", 2014, 61.0],
  ["KZT", 2015, 222],
  ["RUB", 2014, 38.5],
  ["XAF", 2010, 495],
])("%s of %i is about %f for a dollar", (currency, year, expected) => {
  const got = Number(unitsPerDollar(currency, year));
  expect(Math.abs(got / expected - 1)).toBeLessThan(0.02);
});

test("no series jumps as if its unit changed, but where money really fell so", () => {
  const jumps = CURRENCIES.flatMap(({ code }) => {
    return YEARS.flatMap((year) => {
      const [before, now] = [unitsPerDollar(code, year - 1), unitsPerDollar(code, year)];
      if (before === null || now === null) return [];
      const times = Number(now) / Number(before);
      return times > MOST_IN_A_YEAR || times < 1 / MOST_IN_A_YEAR ? [`${code} ${year}`] : [];
    });
  });
  expect(jumps.filter((jump) => !REAL_FALLS.includes(jump))).toEqual([]);
});

test("no withdrawn currency has a rate after its end", () => {
  const late = CURRENCIES.flatMap(({ code, until }) =>
    until === undefined
      ? []
      : YEARS.filter((year) => year > Number(until.slice(0, 4)) && unitsPerDollar(code, year) !== null).map(
          (year) => `${code} ${year}`,
        ),
  );
  expect(late).toEqual([]);
});

test("the years of every code are of a currency that there is", () => {
  expect(Object.keys(RATE_YEARS).filter((code) => !findCurrency(code))).toEqual([]);
});

test("the dollar is itself in every year, and the year under way has no rate", () => {
  expect(YEARS.map((year) => unitsPerDollar("USD", year))).toEqual(YEARS.map(() => "1"));
  expect(unitsPerDollar("EUR", 2025)).toBeNull();
});

test("prices in the United States have an index for every year since 1940, and it never jumps", () => {
  const years = Object.keys(US_CPI).map(Number);
  expect(years).toEqual(Array.from({ length: years.length }, (_, i) => 1940 + i));
  const steps = years.slice(1).map((year) => Number(US_CPI[year]) / Number(US_CPI[year - 1]));
  expect(Math.min(...steps)).toBeGreaterThan(0.98);
  expect(Math.max(...steps)).toBeLessThan(1.15);
});
