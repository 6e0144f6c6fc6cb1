import { describe, expect, it } from "vitest";
import { analyzeArticle } from "../analyze-article.ts";

const people = (text: string) => [
  ...new Set(analyzeArticle({ text, published: "2020-02-03" }).people.map(({ name }) => name)),
];

describe("people", () => {
  it.each([
    ["Prime Minister Theresa May met President Joko Widodo.", ["Theresa May", "Joko Widodo"]],
    ["President Harold A. Moss, Jr. spoke. Moss left.", ["Harold A. Moss, Jr."]],
    ["The plan displeased Putin.", ["Putin"]],
    ["FOREIGN MINISTER OKORO: Thank you.", ["OKORO"]],
    ["Minister of Health and Prevention Salim Darwish signed.", ["Salim Darwish"]],
    ["Secretary of State Tony Marlow came. Antony J. Marlow spoke.", ["Antony J. Marlow"]],
  ])("are read in: %s", (text, expected) => expect(people(text)).toEqual(expected));

  it.each([
    "The National Aeronautics office opened.",
    "He heads the Special Envoys and Foreign Military Sales desks.",
    "Kenya sent its Secretary of State.\n\nFollowing talks, it left.",
    "The launch of the Peter Moss Space Telescope followed.",
  ])("are not seen in: %s", (text) => expect(people(text)).toEqual([]));
});
