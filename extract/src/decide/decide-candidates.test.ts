import { describe, expect, it } from "vitest";
import { analyzeArticle, concludeDeals, proposeDeals } from "../analyze-article.ts";
import { explainArticle } from "../explain/explain-analysis.ts";

const STATEMENT = {
  title: "Joint Statement of the Leaders of Ghana and Peru",
  published: "2031-05-06",
  text:
    "Ghana and Peru share a long friendship and a wide ocean of interests. " +
    "Both sides discussed tariffs.\n\n" +
    "If a trade agreement between Ghana and Peru were ever signed, prices might fall.",
};

describe("deciding about candidates", () => {
  it("lets the model overrule the rules in both directions", () => {
    const proposal = proposeDeals(STATEMENT);
    const open = { classes: [], bias: [], weights: {} };
    const yes = concludeDeals(proposal, { deal: { bias: 9, trees: [] }, kind: open, status: open });
    const no = concludeDeals(proposal, { deal: { bias: -9, trees: [] }, kind: open, status: open });
    expect(yes.deals.map((deal) => deal.kind)).toContain("joint-statement");
    expect(no.deals).toEqual([]);
  });

  it("keeps the rules' kind and status where the model knows no classes", () => {
    const proposal = proposeDeals({ text: "Ghana and Peru signed a memorandum of understanding on cocoa." });
    const open = { classes: [], bias: [], weights: {} };
    const { deals } = concludeDeals(proposal, { deal: { bias: 9, trees: [] }, kind: open, status: open });
    expect(deals[0]).toMatchObject({ kind: "memorandum", status: "signed" });
  });

  it("does not take a hypothetical for a deal", () => {
    const { deals } = analyzeArticle(STATEMENT);
    expect(deals.filter((deal) => deal.kind === "trade-agreement")).toEqual([]);
  });

  it("explains each decision by its features, and why a candidate was dropped", () => {
    const explained = explainArticle(STATEMENT);
    expect(explained).toMatch(
      /- no deal \(\d+%\) hypothetical \| trade-agreement[^]*?rule +noun-strong at[^]*?(?:for|against) +\S+ [+-]\d/u,
    );
  });
});
