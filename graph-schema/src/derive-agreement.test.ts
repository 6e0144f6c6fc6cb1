import { describe, expect, test } from "vitest";
import type { ClaimValue, SourcedClaim } from "./claim.ts";
import { deriveAgreement } from "./derive-agreement.ts";
import type { Property } from "./fact.ts";
import { parseIsoDate, type FuzzyDate } from "./fuzzy-date.ts";
import type { Money } from "./money.ts";
import type { AgreementState } from "./state.ts";

let serial = 0;
function date(iso: string): FuzzyDate {
  const parsed = parseIsoDate(iso);
  if (!parsed) throw new Error(`expected a date, got ${iso}`);
  return parsed;
}

function claim(
  property: Property,
  value: ClaimValue,
  extra: Partial<SourcedClaim> & { published?: string } = {},
): SourcedClaim {
  const { published = "2020-06-01", ...rest } = extra;
  return {
    id: `claim:${String(++serial).padStart(20, "0")}`,
    subject: "agreement:a",
    property,
    value,
    validOn: null,
    document: "document:1",
    evidence: { start: 0, end: 1 },
    confidence: 0.8,
    extractor: "rules@1",
    status: "proposed",
    reviewedBy: null,
    reviewedAt: null,
    recordedIn: 1,
    recordedAt: "2020-06-02T00:00:00.000Z",
    supersededIn: null,
    source: { rank: "media", published: date(published) },
    ...rest,
  };
}
const term = (word: string): ClaimValue => ({ type: "term", term: word });
const party = (entity: string, role = "party"): ClaimValue => ({ type: "entity", entity, role });
const usd = (amount: string, extra: Partial<Money> = {}): ClaimValue => ({
  type: "money",
  money: { amount, currency: "USD", role: "stated", hedge: "exact", ...extra },
});

function derive(...claims: SourcedClaim[]): AgreementState {
  const context = {
    id: "agreement:a",
    mergedIds: [],
    resolve: (id: string) => id,
    basedIn: () => null,
  };
  const state = deriveAgreement(claims, context);
  if (!state) throw new Error("expected a state");
  return state;
}
const signed = claim("status", term("signed"), { validOn: date("2019-03-05") });

describe("a single-valued property", () => {
  test("is won by the accepted claim, however confident the others are", () => {
    const state = derive(
      signed,
      claim("kind", term("loan"), { confidence: 0.99 }),
      claim("kind", term("grant"), { confidence: 0.4, status: "accepted" }),
    );
    expect(state.kind).toBe("grant");
    expect(state.conflicts).toMatchObject([{ property: "kind", reason: "accepted before proposed" }]);
  });

  test("is won by the better source, then by confidence", () => {
    const government = { rank: "government", published: date("2019-01-01") } as const;
    expect(
      derive(
        signed,
        claim("kind", term("loan"), { confidence: 0.9 }),
        claim("kind", term("grant"), { source: government }),
      ).kind,
    ).toBe("grant");
    expect(
      derive(signed, claim("kind", term("loan"), { confidence: 0.9 }), claim("kind", term("grant"))).kind,
    ).toBe("loan");
  });

  test("keeps a specific kind before the unspecified one without calling it a conflict", () => {
    const state = derive(
      signed,
      claim("kind", term("agreement"), { confidence: 1 }),
      claim("kind", term("memorandum")),
    );
    expect([state.kind, state.conflicts, state.binding]).toEqual(["memorandum", [], false]);
  });
});

describe("the ladder", () => {
  test("gives the newest rung as status, not the highest", () => {
    const state = derive(
      claim("status", term("completed"), { validOn: date("2015") }),
      claim("status", term("signed"), { validOn: date("2016-02") }),
    );
    expect(state.status).toBe("signed");
    expect(state.ladder.map(({ status }) => status)).toEqual(["completed", "signed"]);
  });

  test("is not moved by an article that only repeats an old signing", () => {
    const state = derive(
      signed,
      claim("status", term("in-force"), { validOn: date("2019-09-01") }),
      claim("status", term("signed"), { published: "2021-01-01" }),
    );
    expect(state.status).toBe("in-force");
    expect(state.ladder.find(({ status }) => status === "signed")?.claims).toHaveLength(2);
  });

  test("takes the publication date of an undated rung only if it rises above the newest dated one, or stops", () => {
    expect(derive(signed, claim("status", term("in-force"))).ladder.at(-1)).toMatchObject({
      status: "in-force",
      byPublication: true,
    });
    expect(derive(signed, claim("status", term("agreed"))).ladder[0]).toMatchObject({
      status: "agreed",
      on: null,
    });
    expect(
      derive(
        claim("status", term("completed"), { validOn: date("2019") }),
        claim("status", term("suspended")),
      ).status,
    ).toBe("suspended");
  });

  test("stands above all dated rungs where a source without any date says that it rose or stopped", () => {
    const undated = { source: { rank: "dataset", published: null } } as const;
    const committed = claim("status", term("signed"), { validOn: date("2011"), ...undated });
    for (const word of ["in-force", "completed", "suspended", "ended"]) {
      const state = derive(committed, claim("status", term(word), undated));
      expect([state.status, state.date?.text]).toEqual([word, "2011"]);
      expect(state.ladder.at(-1)).toMatchObject({ status: word, on: null, byPublication: false });
    }
    const ended = claim("status", term("ended"), undated);
    const resumed = claim("status", term("in-force"), { published: "2012-05-01" });
    expect(derive(ended, resumed, committed).status).toBe("ended");
    const repeated = derive(committed, claim("status", term("proposed"), undated));
    expect(repeated.ladder.map(({ status }) => status)).toEqual(["proposed", "signed"]);
  });

  test("orders rungs of one day by height, then suspended, then ended", () => {
    const on = { validOn: date("2019-03-05") };
    const state = derive(
      ...["ended", "suspended", "in-force", "signed"].map((word) => claim("status", term(word), on)),
    );
    expect(state.ladder.map(({ status }) => status)).toEqual(["signed", "in-force", "suspended", "ended"]);
  });

  test("dates the agreement by its signing, else its agreement, else its entry into force", () => {
    const rungs = [
      claim("status", term("proposed"), { validOn: date("2018") }),
      claim("status", term("in-force"), { validOn: date("2020-01-01") }),
    ];
    expect(derive(...rungs).date?.earliest).toBe("2020-01-01");
    expect(derive(...rungs, signed).date?.earliest).toBe("2019-03-05");
    expect(derive(...rungs.slice(0, 1)).date?.text).toBe("2018");
  });
});

describe("sets", () => {
  test("unite parties of several documents, and a stated role replaces the generic one", () => {
    const state = derive(
      signed,
      claim("party", party("country:KEN")),
      claim("party", party("country:CHN")),
      claim("party", party("country:CHN", "lender"), { document: "document:2" }),
    );
    expect(state.parties.map(({ party: id, role }) => [id, role])).toEqual([
      ["country:CHN", "lender"],
      ["country:KEN", "party"],
    ]);
    expect(state.documents).toEqual(["document:1", "document:2"]);
  });

  test("keep amounts of different roles side by side, and two of one role and date as a conflict", () => {
    const state = derive(
      signed,
      claim("amount", usd("100")),
      claim("amount", usd("120")),
      claim("amount", usd("900", { role: "total-cost" })),
    );
    expect(state.values.map(({ money }) => money.amount).sort()).toEqual(["100", "120", "900"]);
    expect(state.conflicts).toMatchObject([{ property: "amount" }]);
  });

  test("count the committed amount first, the newest of a role, and never a total cost", () => {
    const old = usd("100", { role: "committed", asOf: date("2018") });
    const fresh = usd("150", { role: "committed", asOf: date("2019") });
    expect(
      derive(signed, claim("amount", usd("999")), claim("amount", old), claim("amount", fresh)).counted
        ?.usdCents,
    ).toBe("15000");
    expect(derive(signed, claim("amount", usd("900", { role: "total-cost" }))).counted).toBeNull();
  });

  test("convert as the source prints it, else by the rate of the year, else not at all", () => {
    const euro = { amount: "730000000", currency: "EUR", role: "stated", hedge: "exact" } as const;
    const printed = {
      ...euro,
      statedConversions: [{ amount: "792000000", currency: "USD", prices: "nominal" }],
    } as const;
    const unrated = { ...euro, currency: "ZWL" };
    expect(derive(signed, claim("amount", { type: "money", money: unrated })).counted).toBeNull();
    // 0.8932762… euros for a dollar in 2019, when it was signed.
    expect(derive(signed, claim("amount", { type: "money", money: euro })).counted).toEqual({
      usdCents: "81720908948",
      bySource: false,
    });
    expect(derive(signed, claim("amount", { type: "money", money: printed })).counted).toEqual({
      usdCents: "79200000000",
      bySource: true,
    });
  });

  test("are of the year of their own date, else of the claim's, else of the agreement's", () => {
    const yearOf = (money: object, rest = {}): unknown =>
      derive(signed, claim("amount", usd("5", money), rest)).amounts.map(({ year }) => year);
    expect(yearOf({ asOf: date("2015") }, { validOn: date("2017") })).toEqual([2015]);
    expect(yearOf({}, { validOn: date("2017") })).toEqual([2017]);
    expect(yearOf({})).toEqual([2019]);
  });
});

test("rejected and superseded claims never count, and without any the agreement is gone", () => {
  const gone = [
    claim("status", term("signed"), { status: "rejected" }),
    claim("kind", term("loan"), { supersededIn: 3 }),
  ];
  const context = {
    id: "agreement:a",
    mergedIds: [],
    resolve: (id: string) => id,
    basedIn: () => null,
  };
  expect(deriveAgreement(gone, context)).toBeNull();
});

test("an organization's country is reached through it, unless it is a party itself", () => {
  const claims = [signed, claim("party", party("organization:bank")), claim("party", party("country:KEN"))];
  const context = { id: "agreement:a", mergedIds: [], resolve: (id: string) => id };
  const reach = (home: string) =>
    deriveAgreement(claims, { ...context, basedIn: (id) => (id === "organization:bank" ? home : null) })
      ?.reach;
  expect(reach("country:CHN")).toContainEqual({ party: "country:CHN", via: "organization:bank" });
  expect(reach("country:KEN")).toHaveLength(2);
});
