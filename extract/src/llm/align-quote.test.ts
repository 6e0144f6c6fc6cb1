import { describe, expect, it } from "vitest";
import { alignQuote, prepareSource } from "./align-quote.ts";

const TEXT =
  "LUSAKA - Zambia and Portugal signed a water agreement worth about $240 million on Tuesday, officials said.\n\n" +
  "“The ministers didn’t discuss the Lobito line,” said Ana Sá, who may visit Lusaka again in the spring of next year.\n\n" +
  "Under the deal, Portuguese engineers will repair two dams on the Kafue River and train staff of the national utility over a period of five years.";
const source = prepareSource(TEXT);
const found = (quote: string): string[] | null =>
  alignQuote(source, quote)?.map(({ start, end }) => TEXT.slice(start, end)) ?? null;

const SIGNING =
  "Zambia and Portugal signed a water agreement worth about $240 million on Tuesday, officials said";
const DAMS =
  "Under the deal, Portuguese engineers will repair two dams on the Kafue River and train staff of the national utility over a period of five years";

describe("a quote", () => {
  it.each([
    ["word for word", SIGNING, SIGNING],
    [
      "with other marks, case and spaces",
      SIGNING.toUpperCase().replace(/ /gu, "  ").replace(",", ""),
      SIGNING,
    ],
    [
      "with straight quotation marks and apostrophes",
      `"The ministers didn't discuss the Lobito line," said Ana Sá`,
      "The ministers didn’t discuss the Lobito line,” said Ana Sá",
    ],
    ["with one plain word of many left out", DAMS.replace("national ", ""), DAMS],
    ["with one plain word of many added", DAMS.replace("train staff", "train the staff"), DAMS],
  ])("%s is found as the source has it", (_, quote, expected) => expect(found(quote)).toEqual([expected]));

  it("with dots in it is found part by part", () => {
    expect(
      found("Zambia and Portugal signed … officials said.\n[...] Portuguese engineers will repair two dams"),
    ).toBeNull();
    expect(
      found("Zambia and Portugal signed a water agreement … Portuguese engineers will repair two dams"),
    ).toEqual(["Zambia and Portugal signed a water agreement", "Portuguese engineers will repair two dams"]);
  });

  it.each([
    ["another number", DAMS.replace("two dams", "three dams")],
    ["another period", DAMS.replace("five years", "ten years")],
    ["another sum", SIGNING.replace("$240", "$420")],
    ["another magnitude", SIGNING.replace("million", "billion")],
    ["another currency", SIGNING.replace("$240", "€240")],
    ["a lost hedge", SIGNING.replace("about ", "")],
    ["another country", SIGNING.replace("Portugal", "Spain")],
    ["another river", DAMS.replace("Kafue", "Congo")],
    ["names in another order", SIGNING.replace("Zambia and Portugal", "Portugal and Zambia")],
    [
      "a lost negation",
      "“The ministers did discuss the Lobito line,” said Ana Sá, who may visit Lusaka again in the spring of next year",
    ],
    ["an added negation", DAMS.replace("will repair", "will not repair")],
    ["another modal", DAMS.replace("will repair", "may repair")],
    ["a lost modal", DAMS.replace("will repair", "repair")],
    ["a verb put in the place of another", SIGNING.replace("signed", "rejected")],
    ["words that the text never has", "The two countries also agreed to build a railway to the coast"],
    ["two words that stand in any text", "the deal"],
    ["nothing", "…"],
  ])("with %s is refused", (_, quote) => expect(found(quote)).toBeNull());

  it("as long as a book is refused without being compared word by word", () =>
    expect(found(`${DAMS} `.repeat(400))).toBeNull());
});
