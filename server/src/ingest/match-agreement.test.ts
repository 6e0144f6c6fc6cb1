import { parseIsoDate, type AgreementState } from "@entente/graph-schema";
import { describe, expect, test } from "vitest";
import { isSameAgreement, matchAgreements } from "./match-agreement.ts";

type Sketch = Partial<AgreementState> & {
  readonly signed?: string;
  readonly between?: readonly string[];
  readonly usd?: string;
};

function agreement({
  signed = "2019-03-05",
  between = ["country:CHN", "country:KAZ"],
  usd,
  ...rest
}: Sketch = {}): AgreementState {
  const date = parseIsoDate(signed);
  const parties = between.map(
    (party) =>
      ({
        party,
        role: "party",
        from: null,
        to: null,
        standing: { accepted: 0, proposed: 0, disputed: 0 },
        claims: [],
      }) as const,
  );
  const money = usd
    ? [
        {
          money: { amount: usd, currency: "USD", role: "stated", hedge: "exact" } as const,
          year: null,
          claims: [],
        },
      ]
    : [];
  return {
    type: "agreement",
    id: "agreement:new",
    name: "",
    aliases: [],
    mergedIds: [],
    conflicts: [],
    kind: "memorandum",
    status: "signed",
    binding: false,
    date,
    count: null,
    ladder: [{ status: "signed", on: date, byPublication: false, claims: [] }],
    parties,
    values: money,
    counted: null,
    amounts: [],
    sourceRank: "unknown",
    notForAggregates: false,
    sectors: [],
    events: [],
    signedBy: [],
    partOf: [],
    amends: [],
    replaces: [],
    documents: [],
    reach: [],
    existence: { accepted: 0, proposed: 0.8, disputed: 0 },
    recordedIn: 1,
    ...rest,
  };
}

describe("two reports tell of one agreement", () => {
  test("where parties, kind family and values are equal and the dates overlap", () => {
    expect(isSameAgreement(agreement({ signed: "2019-03" }), agreement({ signed: "2019-03-05" }))).toBe(true);
    expect(isSameAgreement(agreement({ kind: "agreement" }), agreement())).toBe(true);
    expect(isSameAgreement(agreement({ usd: "5.00" }), agreement({ usd: "5" }))).toBe(true);
  });

  test.each<[string, Sketch]>([
    ["another party joins", { between: ["country:CHN", "country:KAZ", "bloc:SCO"] }],
    ["the kind is of another family", { kind: "loan" }],
    ["one states a value that the other does not", { usd: "5" }],
    ["the dates are apart", { signed: "2019-04" }],
    ["a date is only a year", { signed: "2019" }],
    ["the counts differ", { count: 3 }],
  ])("but not where %s", (_, sketch) => {
    expect(isSameAgreement(agreement({ count: 2, ...sketch }), agreement({ count: 2 }))).toBe(false);
  });

  test("but not where a package is compared with a single agreement, or only one party is named", () => {
    expect(isSameAgreement(agreement({ kind: "deal-package" }), agreement({ kind: "agreement" }))).toBe(
      false,
    );
    expect(
      isSameAgreement(agreement({ between: ["country:CHN"] }), agreement({ between: ["country:CHN"] })),
    ).toBe(false);
  });

  test("and not by a date that is only the day of publication", () => {
    const on = parseIsoDate("2019-03-05", "published 2019-03-05");
    const reported = agreement({
      date: on,
      ladder: [{ status: "signed", on, byPublication: true, claims: [] }],
    });
    expect(isSameAgreement(reported, agreement())).toBe(false);
  });
});

describe("matching a document's agreements with stored ones", () => {
  const stored = [agreement({ id: "agreement:old" })];

  test("pairs the one that fits", () => {
    expect([...matchAgreements([agreement()], stored)]).toEqual([["agreement:new", "agreement:old"]]);
  });

  test("leaves both apart where two new ones fit one stored one, or one fits two", () => {
    expect(matchAgreements([agreement(), agreement({ id: "agreement:b" })], stored).size).toBe(0);
    expect(matchAgreements([agreement()], [...stored, agreement({ id: "agreement:older" })]).size).toBe(0);
  });
});
