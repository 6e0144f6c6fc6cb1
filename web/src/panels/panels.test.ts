import { describe, expect, test } from "vitest";
import type { ClaimLine } from "../api/claim-line.ts";
import { EMPTY_DRAFT, toIngestInput } from "./article-input.ts";
import { groupSentences, leadingClaim } from "./sentences.ts";
import { tickYears, yearBars } from "./timeline-bars.ts";

describe("article input", () => {
  test("sends only what was filled in", () => {
    expect(toIngestInput({ ...EMPTY_DRAFT, body: "They signed.", title: " T " }, true)).toEqual({
      text: "They signed.",
      title: "T",
      dryRun: true,
    });
  });

  test("pasted page source goes as HTML, prose with a less-than sign as text", () => {
    expect(toIngestInput({ ...EMPTY_DRAFT, body: "<p>They signed.</p>" }, false)).toHaveProperty("html");
    expect(toIngestInput({ ...EMPTY_DRAFT, body: "Growth was < 2%." }, false)).toHaveProperty("text");
  });
});

describe("timeline", () => {
  const bucket = (year: number, matching: number) => ({
    start: `${year}-01-01`,
    part: { matching, amount: "0" },
  });

  test("empty years between are drawn as empty", () => {
    expect(yearBars([bucket(2012, 2), bucket(2010, 1)])).toEqual([
      { year: 2010, count: 1 },
      { year: 2011, count: 0 },
      { year: 2012, count: 2 },
    ]);
    expect(yearBars([])).toEqual([]);
  });

  test("ticks stand on round years and are few", () => {
    expect(tickYears(1956, 2024, 8)).toEqual([1960, 1970, 1980, 1990, 2000, 2010, 2020]);
  });
});

describe("sentences", () => {
  const claim = (id: string, property: string, start: number): ClaimLine => ({
    id,
    property,
    value: null,
    object: null,
    role: null,
    validOn: null,
    status: "PROPOSED",
    confidence: 0.9,
    extractor: "rules@1",
    reviewedBy: null,
    reviewedAt: null,
    note: null,
    correctionOf: null,
    evidence: {
      quote: "q",
      start,
      end: start + 1,
      row: null,
      columns: [],
      document: {
        id: "document:1",
        title: "T",
        publisher: null,
        url: null,
        published: null,
        retractedAt: null,
        retractionReason: null,
      },
    },
  });

  test("claims of one span are one sentence, in the order of the text", () => {
    const groups = groupSentences([claim("1", "kind", 9), claim("2", "status", 3), claim("3", "party", 9)]);
    expect(groups.map((group) => group.claims.map(({ id }) => id))).toEqual([["2"], ["1", "3"]]);
  });

  test("the amount's sentence is shown first, then the status", () => {
    expect(leadingClaim([claim("1", "party", 0), claim("2", "status", 0), claim("3", "amount", 0)])?.id).toBe(
      "3",
    );
    expect(leadingClaim([])).toBeNull();
  });
});
