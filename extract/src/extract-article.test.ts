import { factBatchSchema } from "@entente/graph-schema";
import { describe, expect, it } from "vitest";
import { analyzeArticle, explainArticle, extractArticle, normalizeText, summarizeArticle } from "./index.ts";
import { findDates } from "./mention/find-dates.ts";
import { findMoney } from "./mention/find-money.ts";
import { splitSentences } from "./tokenise/split-sentences.ts";
import { tokenise } from "./tokenise/tokenise.ts";

const ARTICLE = {
  title: "Kenya and Japan agree on port",
  published: "2019-06-14",
  text:
    "NAIROBI - Kenya and Japan signed a loan agreement worth 12 billion yen ($110 million) on Monday.\n\n" +
    "In March, Kenya and the African Union (AU) signed an MOU on customs data.\n\n" +
    "Officials in Tanzania watched the ceremony.",
};
const summary = summarizeArticle("a", analyzeArticle(ARTICLE));

describe("an article", () => {
  it("gives each deal its parties, kind, status, date and values", () => {
    const [loan, memorandum] = summary.deals;
    expect(loan).toMatchObject({ kind: "loan", status: "signed", date: "2019-06-10" });
    expect([...(loan?.parties ?? [])].sort()).toEqual(["JPN", "KEN"]);
    expect(loan?.values).toEqual([
      { amount: 12_000_000_000, currency: "JPY" },
      { amount: 110_000_000, currency: "USD" },
    ]);
    expect(memorandum).toMatchObject({ kind: "memorandum", status: "signed", date: "2019-03" });
    expect([...(memorandum?.parties ?? [])].sort()).toEqual(["AU", "KEN"]);
  });

  it("becomes a valid batch whose spans lie in its text and whose conversion is no second amount", () => {
    const batch = extractArticle(ARTICLE);
    expect(factBatchSchema.safeParse(batch).success).toBe(true);
    const amounts = batch.facts.filter((fact) => fact.property === "amount");
    expect(amounts).toHaveLength(1);
    expect(amounts[0]?.value).toMatchObject({ money: { statedConversions: [{ currency: "USD" }] } });
  });

  it("explains what was found sentence by sentence", () => {
    const explained = explainArticle(ARTICLE);
    expect(explained).toMatch(
      /\+ deal 1 \(\d+%\) loan, signed 2019-06-10: [^]*?rule +noun-strong at "loan agreement"/u,
    );
    expect(explained).toMatch(
      /money +12 billion yen = 12000000000 JPY \| \$110 million = 110000000 USD \(a conversion\)/u,
    );
    expect(explained).toContain("(AU)");
    expect(Math.max(...explained.split("\n").map((line) => line.length))).toBeLessThanOrEqual(110);
    expect(explainArticle(ARTICLE)).toBe(explained);
  });

  it.each([
    ["a treaty in Canberra", "treaty"],
    ["an agreement on Sunday", "agreement"],
    ["an agreement on 6 May 2025", "agreement"],
    ["a loan agreement of 50 billion yen", "loan"],
    ["a memorandum on fisheries on Monday", "memorandum of understanding on fisheries"],
  ])("names a deal after its topic, never a day, place or sum: %s", (deal, name) => {
    const batch = extractArticle({ text: `Japan and Chad signed ${deal}.`, published: "2025-05-12" });
    const names = batch.facts.filter(({ property }) => property === "name").map(({ value }) => value);
    expect(names).toEqual([{ type: "text", text: `Japan–Chad ${name}` }]);
  });

  it("normalises the same way twice", () => {
    const once = normalizeText("a\u200B  \r\n\r\n\r\nb\uFEFF ");
    expect(once).toBe("a\n\nb");
    expect(normalizeText(once)).toBe(once);
  });
});

describe("money", () => {
  const amounts = (text: string) =>
    findMoney(tokenise({ text }).tokens).map(({ amount, currency }) => `${amount} ${currency}`);
  it.each([
    ["a $30-million grant", "30000000 USD"],
    ["Rs 700 crore", "7000000000 INR"],
    ["half a billion euros", "500000000 EUR"],
    ["about 4.5 bln yuan", "4500000000 CNY"],
  ])("reads %s", (text, expected) => expect(amounts(text)).toEqual([expected]));
  it.each(["$9999999999999999999", "$1.23456", "$12345678901234567 million"])("takes %s for no sum", (text) =>
    expect(amounts(text)).toEqual([]),
  );
  it("reads no amount in a vague plural", () =>
    expect(amounts("hundreds of millions of dollars")).toEqual([]));
});

describe("dates", () => {
  const dates = (text: string) => {
    const doc = tokenise({ text, published: "2019-06-14" });
    return findDates(doc.tokens, doc.published).map(({ iso }) => iso);
  };
  it.each([
    ["signed on Tuesday", "2019-06-11"],
    ["will be signed on Tuesday", "2019-06-18"],
    ["in November", "2018-11"],
    ["in the third quarter of 2020", "2020-Q3"],
    ["three years ago", "2016"],
  ])("reads %s", (text, expected) => expect(dates(text)).toEqual([expected]));
  it("takes no verb or name for a month", () => expect(dates("they may march with May Jones")).toEqual([]));
});

describe("sentences", () => {
  it("do not end at titles and abbreviations", () => {
    const text = "Gov. Ann Lee met Mr. K. Rao in the U.S. on Friday. They agreed.";
    expect(
      splitSentences(text)
        .flat()
        .map(({ start, end }) => text.slice(start, end)),
    ).toEqual(["Gov. Ann Lee met Mr. K. Rao in the U.S. on Friday.", "They agreed."]);
  });
});
