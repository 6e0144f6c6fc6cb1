import { describe, expect, test } from "vitest";
import { formatDate, formatStated } from "./format-date.ts";
import { formatAmount, formatExact, formatMoney } from "./format-money.ts";
import { counted, labelOf } from "./labels.ts";

const date = (precision: string, earliest: string, latest = earliest) => ({
  text: "",
  precision,
  earliest,
  latest,
});

describe("dates", () => {
  test.each([
    [date("DAY", "2015-12-17"), "17 Dec 2015"],
    [date("WEEK", "2014-03-03", "2014-03-09"), "week of 3 Mar 2014"],
    [date("MONTH", "2014-12-01", "2014-12-31"), "Dec 2014"],
    [date("QUARTER", "2014-04-01", "2014-06-30"), "Q2 2014"],
    [date("HALF", "2014-07-01", "2014-12-31"), "H2 2014"],
    [date("YEAR", "2014-01-01", "2014-12-31"), "2014"],
    [date("FISCAL_YEAR", "2014-04-01", "2015-03-31"), "FY 2014/15"],
    [date("DECADE", "1990-01-01", "1999-12-31"), "1990s"],
    [date("INTERVAL", "2014-12-17", "2015-12-17"), "Dec 2014 – Dec 2015"],
  ])("%o is no more precise than its source: %s", (value, text) => expect(formatDate(value)).toBe(text));
});

test("a date that is only the publication's says so", () => {
  const day = date("DAY", "2015-12-16");
  expect(formatStated({ ...day, text: "published 2015-12-16" })).toBe("reported 16\u00a0Dec\u00a02015");
  expect(formatStated({ ...day, text: "16 December 2015" })).toBe("16 Dec 2015");
});

describe("money", () => {
  test.each([
    ["23000000000.00", "USD", "$23 bn"],
    ["730000000", "EUR", "€730 m"],
    ["1250000000000", "KZT", "KZT 1.25 tn"],
    ["999950000", "USD", "$1 bn"],
    ["1500", "GBP", "£1.5 k"],
    ["12.5", "USD", "$12.5"],
  ])("%s %s reads %s", (amount, currency, text) => expect(formatAmount(amount, currency)).toBe(text));

  test("the source's hedge stays", () => {
    expect(formatMoney({ amount: "23000000000", currency: "USD", hedge: "ABOUT" })).toBe("about $23 bn");
    expect(formatMoney({ amount: "1000000", currency: "USD", hedge: "UP_TO" })).toBe("up to $1 m");
    expect(formatMoney({ amount: "1000000", upTo: "2000000", currency: "USD", hedge: "RANGE" })).toBe(
      "$1 m–$2 m",
    );
  });

  test("a tooltip has every digit, beyond what a float holds", () => {
    expect(formatExact("123456789012345678.50", "JPY")).toBe("123,456,789,012,345,678.50 JPY");
    expect(formatExact("23000000000.00", "USD")).toBe("23,000,000,000 USD");
  });
});

describe("labels", () => {
  test("enum and vocabulary words read alike", () => {
    expect([labelOf("JOINT_FUND"), labelOf("joint-fund")]).toEqual(["Joint fund", "Joint fund"]);
  });
  test("one of a thing is singular", () => {
    expect([counted(1, "agreement"), counted(1204, "agreement")]).toEqual([
      "1 agreement",
      "1,204 agreements",
    ]);
  });
});
