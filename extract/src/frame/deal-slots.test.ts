import { describe, expect, it } from "vitest";
import { analyzeArticle } from "../analyze-article.ts";
import type { ArticleInput } from "../article.ts";
import { summarizeArticle } from "../facts/summarize-article.ts";

const dealsOf = (article: ArticleInput) => summarizeArticle("a", analyzeArticle(article)).deals;
const report = (text: string) => dealsOf({ title: "", text, published: "2024-05-16" });

describe("the day of a deal", () => {
  it("is the day that the story tells, where its own sentence tells none", () => {
    const [deal] = report(
      "Ghana and Peru opened a joint trade office in Lima on Tuesday. " +
        "The two countries signed a memorandum of understanding on cocoa at the ceremony.",
    );
    expect(deal).toMatchObject({ kind: "memorandum", status: "signed", date: "2024-05-14" });
  });

  it("is that of publication in a government's own release, in the summary alone", () => {
    const article = {
      title: "Grant for clinics in Malawi",
      publisher: "U.S. Department of State",
      published: "2024-05-16",
      text: "The United States will provide $5 million in assistance to Malawi for rural clinics.",
    };
    expect(dealsOf(article)[0]?.date).toBe("2024-05-16");
    expect(analyzeArticle(article).deals[0]?.rungs.map((rung) => rung.date)).toEqual([null]);
  });

  it("is that of the signing in the name of an instrument at work", () => {
    const [deal] = report("Chad and Niger share the river under the 1988 treaty between Chad and Niger.");
    expect(deal).toMatchObject({ status: "in-force", date: "1988" });
  });
});

describe("the status of a deal", () => {
  it.each([
    ["A treaty between Chad and Niger, signed in 2017, entered into force on Monday.", "in-force"],
    ["An agreement between Chad and Niger, signed in 2017, was cancelled on Monday.", "ended"],
    ["Chad and Niger entered into a loan agreement on Monday.", "signed"],
    ["Chad and Niger initialled a border agreement on Monday.", "agreed"],
  ])("of “%s” is %s", (text, status) => {
    expect(report(text)[0]?.status).toBe(status);
  });
});

describe("the parties of a deal", () => {
  it("are the states for which central banks act", () => {
    const [deal] = report(
      "The Bank of Thailand and the People's Bank of China signed a currency swap agreement.",
    );
    expect([...(deal?.parties ?? [])].sort()).toEqual(["CHN", "THA"]);
  });

  it("are a company, not the state that it is at home in", () => {
    const [deal] = report("Hungary signed a gas supply contract with Russia's Gazprom on Monday.");
    expect([...(deal?.parties ?? [])].sort()).toEqual(["HUN", "org:Gazprom"]);
  });

  it("are the members that are named, not the group beside them", () => {
    const [deal] = report(
      "The AUKUS partners, Australia, the United Kingdom and the United States, signed an agreement on submarines.",
    );
    expect([...(deal?.parties ?? [])].sort()).toEqual(["AUS", "GBR", "USA"]);
  });

  it("are no country that only says where a city lies", () => {
    const [deal] = report(
      "At a ceremony in Warsaw, Poland, officials of Ghana and Peru signed an agreement on customs.",
    );
    expect([...(deal?.parties ?? [])].sort()).toEqual(["GHA", "PER"]);
  });
});

describe("the value of a deal", () => {
  it("may stand in the sentence that goes on about it", () => {
    const [deal] = report(
      "Ghana and Peru signed a supply contract on Monday. The contract is worth $40 million.",
    );
    expect(deal?.values).toEqual([{ amount: 40_000_000, currency: "USD" }]);
  });
});
