import { describe, expect, test } from "vitest";
import { formatCents, toCents, usdCents } from "./amounts.ts";
import { fuzzyDateSchema, datesOverlap, formatIsoDate, isCalendarDay, parseIsoDate } from "./fuzzy-date.ts";
import { moneySchema } from "./money.ts";
import { foldName, indexTokens, nameKey, queryTokens } from "./names.ts";

describe("dates", () => {
  test("refuse days that no calendar has", () => {
    expect(["2015-13-01", "2015-02-29", "2015-00-10", "15-01-01"].filter(isCalendarDay)).toEqual([]);
    expect(isCalendarDay("2016-02-29")).toBe(true);
    expect(parseIsoDate("2015-13")).toBeNull();
  });

  test("keep the precision of their source", () => {
    expect(parseIsoDate("2014-12")).toEqual({
      text: "2014-12",
      precision: "month",
      earliest: "2014-12-01",
      latest: "2014-12-31",
    });
    expect(
      ["2014", "2014-12", "2014-12-05"].map((iso) => formatIsoDate(parseIsoDate(iso) ?? never())),
    ).toEqual(["2014", "2014-12", "2014-12-05"]);
    expect(datesOverlap(parseIsoDate("2014") ?? never(), parseIsoDate("2014-12-05") ?? never())).toBe(true);
  });

  test("refuse a span that ends before it starts, naming what was got", () => {
    const wrong = { text: "x", precision: "interval", earliest: "2015-02-01", latest: "2015-01-01" };
    expect(fuzzyDateSchema.safeParse(wrong).error?.issues[0]?.message).toMatch(
      /expected earliest on or before latest/,
    );
  });
});

describe("money", () => {
  test("is exact to the cent, beyond what a float can hold", () => {
    expect(toCents("90071992547409.93")).toBe(9007199254740993n);
    expect(formatCents("9007199254740993")).toBe("90071992547409.93");
    expect(toCents("0.125")).toBe(12n);
    expect(toCents("0.135")).toBe(14n);
  });

  test("refuses floats in disguise, negatives and unknown roles", () => {
    const base = { amount: "1.00", currency: "USD", role: "stated", hedge: "exact" };
    expect(moneySchema.safeParse(base).success).toBe(true);
    for (const wrong of [
      { amount: "1e9" },
      { amount: "-5" },
      { currency: "usd" },
      { role: "gift" },
      { hedge: "range" },
    ]) {
      expect(moneySchema.safeParse({ ...base, ...wrong }).success).toBe(false);
    }
  });

  test("has no dollar value without the source's own conversion", () => {
    expect(usdCents({ amount: "5", currency: "EUR", role: "stated", hedge: "exact" })).toBeNull();
  });
});

describe("names", () => {
  test("compare without case, accents, articles and dots", () => {
    expect(foldName("Côte d’Ivoire")).toBe("cote divoire");
    expect(nameKey("The U.S. Export–Import Bank")).toBe("us export import bank");
  });

  test("are found by a prefix and share trigrams with a misspelling", () => {
    const index = new Set(indexTokens(["Kazakhstan"]));
    expect(
      queryTokens("kaza")
        .filter((token) => token.startsWith("p:"))
        .every((token) => index.has(token)),
    ).toBe(true);
    expect(queryTokens("Kazahkstan").filter((token) => index.has(token)).length).toBeGreaterThan(3);
  });
});

function never(): never {
  throw new Error("expected a date");
}
