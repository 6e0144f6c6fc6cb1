import { expect, test } from "vitest";
import { sourceRank } from "./source-rank.ts";

const article = (publisher?: string, url?: string) =>
  sourceRank({
    type: "article",
    text: "x",
    title: "",
    language: "en",
    ...(publisher && { publisher }),
    ...(url && { url }),
  });

test("governments and treaty records rank before agencies, agencies before other media", () => {
  expect(article("US Department of State")).toBe("government");
  expect(article(undefined, "https://www.mfa.gov.cn/eng/")).toBe("government");
  expect(article("Xinhua")).toBe("news-agency");
  expect(article("The Daily Example")).toBe("media");
  expect(article()).toBe("unknown");
});

test("a name that only contains an agency's letters is no agency", () => {
  expect(article("Spanish Tribune")).toBe("media");
});
