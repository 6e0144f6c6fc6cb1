import {
  AGREEMENT_KINDS,
  AGREEMENT_STATUSES,
  findBloc,
  findCountry,
  findCurrency,
} from "@entente/graph-schema";
import { describe, expect, it } from "vitest";
import { checkExpectedDeals } from "./expected-deal.ts";
import { loadBriefs } from "./load-briefs.ts";
import { EXPECTED_DEALS } from "./tables/expected-deals.ts";
import { KNOWN_DIFFERENCES } from "./tables/known-differences.ts";

const briefs = loadBriefs();
const parties = new Set(EXPECTED_DEALS.flatMap((deal) => deal.parties));

describe("the briefs", () => {
  it("are at least sixty, with ids, titles and texts of their own", () => {
    expect(briefs.length).toBeGreaterThanOrEqual(60);
    for (const key of ["id", "title", "text"] as const) {
      expect(new Set(briefs.map((brief) => brief[key])).size).toBe(briefs.length);
    }
  });

  it("have 80 to 250 words each", () => {
    const lengths = briefs.map(({ id, text }) => ({ id, words: text.split(/\s+/).length }));
    expect(lengths.filter(({ words }) => words < 80 || words > 250)).toEqual([]);
  });

  it("cover every decade from the 1950s to 2025", () => {
    const years = briefs.map(({ published }) => Number(published.slice(0, 4)));
    expect(new Set(years.map((year) => Math.floor(year / 10)))).toEqual(
      new Set([195, 196, 197, 198, 199, 200, 201, 202]),
    );
    expect(Math.max(...years)).toBe(2025);
  });
});

describe("the table of expected deals", () => {
  it("names only briefs that exist, and leaves two or more without a deal", () => {
    const ids = new Set(briefs.map(({ id }) => id));
    const named = new Set(EXPECTED_DEALS.map(({ brief }) => brief));
    expect([...named].filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size - named.size).toBeGreaterThanOrEqual(2);
  });

  it("names only countries, blocs and currencies of the reference tables", () => {
    const unknown = [...parties].filter(
      (party) => !party.startsWith("org:") && !findCountry(party) && !findBloc(party),
    );
    const currencies = EXPECTED_DEALS.flatMap(({ values = [] }) => values.map(({ currency }) => currency));
    expect(unknown).toEqual([]);
    expect(currencies.filter((code) => !findCurrency(code))).toEqual([]);
    expect(new Set(currencies).size).toBeGreaterThanOrEqual(5);
  });

  it("covers 70 countries, 15 blocs, every kind and every status", () => {
    const codes = [...parties];
    expect(codes.filter((code) => findCountry(code)).length).toBeGreaterThanOrEqual(70);
    expect(codes.filter((code) => findBloc(code)).length).toBeGreaterThanOrEqual(15);
    expect(new Set(EXPECTED_DEALS.map(({ kind }) => kind))).toEqual(new Set(AGREEMENT_KINDS));
    expect(new Set(EXPECTED_DEALS.map(({ status }) => status))).toEqual(new Set(AGREEMENT_STATUSES));
  });

  it("dates no status after its brief was published", () => {
    const published = new Map(briefs.map((brief) => [brief.id, brief.published]));
    const late = EXPECTED_DEALS.filter(({ brief, date }) => date && date > (published.get(brief) ?? ""));
    expect(late).toEqual([]);
  });

  it("rejects a malformed row with table, row, field and value", () => {
    expect(() =>
      checkExpectedDeals("sample", [{ brief: "a", parties: ["chn"], kind: "treaty", status: "won" }]),
    ).toThrow(/Table sample, row 1 .*"won".*field parties\.0.*field status/);
  });
});

describe("the known differences", () => {
  it("are listed once each", () => {
    expect(new Set(KNOWN_DIFFERENCES).size).toBe(KNOWN_DIFFERENCES.length);
  });
});
