import { describe, expect, it } from "vitest";
import { compareBrief, type FoundDeal } from "./compare-brief.ts";
import type { ExpectedDeal } from "./expected-deal.ts";

const TREATY: ExpectedDeal = {
  brief: "1999-sample",
  parties: ["CHN", "KAZ"],
  kind: "treaty",
  status: "signed",
  date: "1999-02-03",
  values: [{ amount: "1200000", currency: "USD" }],
};
const FOUND: FoundDeal = {
  parties: ["KAZ", "CHN"],
  kind: "treaty",
  status: "signed",
  date: "1999-02-03",
  values: [{ amount: 1_200_000, currency: "USD" }],
  count: null,
  sectors: [],
};

describe("compareBrief", () => {
  it("sees no difference when order of parties and form of amounts differ", () => {
    const { missing, unexpected, matched } = compareBrief([TREATY], [FOUND]);
    expect({ missing, unexpected }).toEqual({ missing: [], unexpected: [] });
    expect(matched[0]?.differences).toEqual([]);
  });

  it("reports each slot that differs", () => {
    const found = { ...FOUND, status: "agreed", date: null, count: 3, sectors: ["trade"] };
    const slots = compareBrief([TREATY], [found]).matched[0]?.differences.map(({ slot }) => slot);
    expect(slots).toEqual(["status", "date", "count", "sectors"]);
  });

  it("reports a deal that was not found and one that was not expected", () => {
    const other = { ...FOUND, parties: ["FRA", "DEU"] };
    const { missing, unexpected } = compareBrief([TREATY], [other]);
    expect(missing).toEqual([TREATY]);
    expect(unexpected).toEqual([other]);
  });

  it("pairs two deals of the same parties by kind and then by value", () => {
    const loan: ExpectedDeal = { ...TREATY, kind: "loan", values: [] };
    const second: ExpectedDeal = { ...TREATY, values: [{ amount: "7", currency: "EUR" }] };
    const found = [
      { ...FOUND, values: [{ amount: 7, currency: "EUR" }] },
      { ...FOUND, kind: "loan", values: [] },
      FOUND,
    ];
    const { matched } = compareBrief([TREATY, loan, second], found);
    expect(matched).toHaveLength(3);
    expect(matched.flatMap(({ differences }) => differences)).toEqual([]);
  });

  it("matches organizations whatever their case, article and punctuation", () => {
    const expected: ExpectedDeal = { ...TREATY, parties: ["org:The Export-Import Bank", "CHN"] };
    const found = { ...FOUND, parties: ["org:Export Import Bank", "CHN"] };
    expect(compareBrief([expected], [found]).matched[0]?.differences).toEqual([]);
  });
});
