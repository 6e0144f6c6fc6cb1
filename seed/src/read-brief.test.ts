import { describe, expect, it } from "vitest";
import { readBrief } from "./read-brief.ts";

const FIELDS = {
  id: "1999-sample",
  title: "A sample",
  published: "1999-02-03",
  publisher: "Entente seed",
  sourceRef: "UN Treaty Series vol. 1",
};
const write = (fields: Readonly<Record<string, string>>): string =>
  [
    "---",
    ...Object.entries(fields).map(([key, value]) => `${key}: ${value}`),
    "---",
    "",
    "The text.",
    "",
  ].join("\n");

describe("readBrief", () => {
  it("reads front matter and text", () => {
    expect(readBrief("1999-sample.md", write(FIELDS))).toEqual({ ...FIELDS, text: "The text." });
  });

  it("reads lines that end in CR LF", () => {
    expect(readBrief("1999-sample.md", write(FIELDS).replaceAll("\n", "\r\n")).text).toBe("The text.");
  });

  it("keeps a colon inside a value", () => {
    expect(readBrief("1999-sample.md", write({ ...FIELDS, title: "Oslo: a deal" })).title).toBe(
      "Oslo: a deal",
    );
  });

  it.each([
    [
      "an impossible day",
      { published: "2015-13-01" },
      /1999-sample\.md: field published "2015-13-01": got "2015-13-01", expected a calendar day/,
    ],
    ["a foreign publisher", { publisher: "The Daily" }, /field publisher "The Daily"/],
    ["an unknown field", { author: "Nobody" }, /author/],
    ["a url that is not https", { url: "ftp://example.org" }, /field url "ftp:\/\/example\.org"/],
    ["an id unlike the file", { id: "1998-sample" }, /field id is "1998-sample", expected "1999-sample"/],
  ])("names file, field and value for %s", (_, change, message) => {
    expect(() => readBrief("1999-sample.md", write({ ...FIELDS, ...change }))).toThrow(message);
  });

  it("names the missing field", () => {
    const { sourceRef: _, ...rest } = FIELDS;
    expect(() => readBrief("1999-sample.md", write(rest))).toThrow(/field sourceRef "nothing"/);
  });

  it.each([
    ["has no front matter", "Just text", /expected front matter between lines of ---/],
    ["has a row without a field", "---\nhello\n---\nText", /holds "hello", expected a line "field: value"/],
    ["gives a field twice", "---\nid: a\nid: b\n---\nText", /field id is given twice/],
    ["is empty", "", /expected front matter/],
  ])("rejects a file that %s", (_, source, message) => {
    expect(() => readBrief("1999-sample.md", source)).toThrow(message);
  });
});
