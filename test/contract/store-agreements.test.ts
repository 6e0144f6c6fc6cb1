import {
  EVERYTHING,
  sortKeyOf,
  type AgreementFilter,
  type AgreementOrder,
  type GraphStore,
  type SortKey,
} from "@entente/server";
import { beforeAll, describe, expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { agreement, bloc, commit, country, document, membership, organization } from "./tiny-graph.ts";
import { useStore } from "./use-store.ts";

const MINE = document("mine").id;

/** Letters stand for agreements; every filter below is answered in letters. */
const DEALS = [
  agreement("a", {
    name: "Étoile pact",
    on: "2015-03-05",
    parties: ["CHN", "KAZ"],
    cents: "900719925474099301",
  }),
  agreement("b", {
    name: "Border treaty",
    on: "2015-03",
    parties: ["CHN", "RUS", "KAZ"],
    sectors: ["energy", "water"],
  }),
  agreement("c", {
    name: "Cotton deal",
    aliases: ["Tashkent accord"],
    parties: ["UZB", "KAZ"],
    kind: "contract",
    cents: "500",
    binding: false,
  }),
  agreement("d", {
    name: "Dam",
    on: "2016",
    parties: ["RUS"],
    status: "ended",
    documents: [MINE],
    cents: "500",
  }),
  agreement("e", {
    name: "Étoile loan",
    on: "2015-03-05",
    parties: ["organization:bank", "UZB"],
    via: { CHN: "organization:bank" },
    kind: "loan",
    sectors: ["energy"],
    existence: { accepted: 0.9, proposed: 0 },
  }),
  agreement("f", { name: "Fish", parties: [], existence: { accepted: 0, proposed: 0, disputed: 0.4 } }),
  agreement("g", {
    name: "Gate",
    on: "1999-12-31",
    parties: ["CHN", "USA"],
    cents: "0",
    existence: { accepted: 0, proposed: 0.3 },
  }),
];

const letters = (states: readonly { readonly id: string }[]): string =>
  states.map(({ id }) => id.replace("agreement:", "")).join("");

async function listAll(store: GraphStore, filter: AgreementFilter, order: AgreementOrder): Promise<string> {
  const page = { limit: 100, start: null, backward: false };
  return letters((await store.listAgreements({ filter, version: null }, order, page)).items);
}

const FILTERS: readonly (readonly [string, Partial<AgreementFilter>, string])[] = [
  ["everything", {}, "abcdefg"],
  ["ids", { ids: ["agreement:c", "agreement:a", "agreement:none"] }, "ac"],
  ["any of two parties", { partiesAny: ["country:UZB", "country:USA"] }, "ceg"],
  ["all of two parties", { partiesAll: ["country:CHN", "country:KAZ"] }, "ab"],
  ["a party through its organization", { partiesAll: ["country:CHN", "country:UZB"] }, "e"],
  ["a party, but not through organizations", { partiesAny: ["country:CHN"], viaOrganizations: false }, "abg"],
  ["an organization itself", { partiesAny: ["organization:bank"], viaOrganizations: false }, "e"],
  ["kinds", { kinds: ["loan", "contract"] }, "ce"],
  ["statuses", { statuses: ["ended"] }, "d"],
  ["binding", { binding: false }, "c"],
  ["sectors", { sectors: ["sector:energy"] }, "be"],
  ["documents", { documents: [MINE, "document:none"] }, "d"],
  ["a date that months and years overlap", { date: { from: "2015-03-31", to: "2016-01-01" } }, "bd"],
  ["a date with one end", { date: { to: "2015-03-04" } }, "bg"],
  ["a date's first and last day", { date: { from: "2015-03-05", to: "2015-03-05" } }, "abe"],
  ["an open date, for the dated ones", { date: {} }, "abdeg"],
  ["a value between ends, included", { value: { minCents: "0", maxCents: "500" } }, "cdg"],
  ["a value that a float cannot hold", { value: { minCents: "900719925474099301" } }, "a"],
  ["a value just above", { value: { minCents: "900719925474099302" } }, ""],
  ["having a value", { hasValue: true }, "acdg"],
  ["having none", { hasValue: false }, "bef"],
  ["words and word starts, without accents", { words: ["etoile", "lo"] }, "e"],
  ["words of an alias", { words: ["tash"] }, "c"],
  ["the middle of a word, which is no match", { words: ["toile"] }, ""],
  ["review", { review: ["accepted"] }, "e"],
  ["confidence", { minConfidence: 0.4 }, "abcdef"],
  ["review and confidence by one claim", { review: ["proposed", "disputed"], minConfidence: 0.5 }, "abcd"],
  ["rejected claims, which never count", { review: ["rejected"] }, ""],
  ["members of a bloc on the day", { membersOf: ["bloc:SCO"] }, "abe"],
  [
    "members of a bloc, not through organizations",
    { membersOf: ["bloc:SCO"], viaOrganizations: false },
    "ab",
  ],
  ["members of one of two blocs", { membersOf: ["bloc:SCO", "bloc:WEST"] }, "abeg"],
  ["members of two blocs, by different parties", { betweenBlocs: ["bloc:SCO", "bloc:EAST"] }, "ab"],
  [
    "and",
    {
      and: [
        { kinds: ["treaty"], viaOrganizations: true },
        { hasValue: true, viaOrganizations: true },
      ],
    },
    "adg",
  ],
  [
    "or",
    {
      or: [
        { kinds: ["loan"], viaOrganizations: true },
        { binding: false, viaOrganizations: true },
      ],
    },
    "ce",
  ],
  ["not", { not: { partiesAny: ["country:CHN"], viaOrganizations: true } }, "cdf"],
  [
    "a nested filter with its own reach",
    { not: { partiesAny: ["country:CHN"], viaOrganizations: false } },
    "cdef",
  ],
  [
    "fields together",
    { kinds: ["treaty"], hasValue: true, not: { statuses: ["ended"], viaOrganizations: true } },
    "ag",
  ],
];

const ORDERS: readonly (readonly [AgreementOrder, string])[] = [
  [{ field: "date", direction: "asc" }, "gbaedcf"],
  [{ field: "date", direction: "desc" }, "deabgfc"],
  [{ field: "value", direction: "asc" }, "gcdabef"],
  [{ field: "value", direction: "desc" }, "adcgfeb"],
  [{ field: "name", direction: "asc" }, "bcdeafg"],
  [{ field: "name", direction: "desc" }, "gfaedcb"],
  [{ field: "recorded-at", direction: "asc" }, "abcdefg"],
  [{ field: "recorded-at", direction: "desc" }, "gfedcba"],
];

describeEngines("agreements", (engine) => {
  const opened = useStore(engine);
  beforeAll(async () => {
    const { store } = opened();
    await commit(store, {
      states: [
        ...["CHN", "KAZ", "RUS", "UZB", "USA"].map((code) => country(code)),
        ...["SCO", "EAST", "WEST"].map((acronym) => bloc(acronym)),
        organization("bank", "Bank", "country:CHN"),
        ...DEALS,
      ],
      documents: [document("mine")],
      memberships: [
        membership(["SCO", "CHN"], { from: "2001-06-15" }),
        membership(["SCO", "KAZ"], { from: "2001-06-15", to: "2015-03-05" }),
        membership(["SCO", "RUS"], { role: "observer" }),
        membership(["EAST", "KAZ"]),
        membership(["WEST", "USA"], { to: "1999-12-31" }),
      ],
    });
  });

  describe("a filter by", () => {
    test.each(FILTERS)("%s", async (_, part, expected) => {
      const filter = { viaOrganizations: true, ...part };
      const { store } = opened();
      const found = await listAll(store, filter, { field: "recorded-at", direction: "asc" });
      expect(found).toBe(expected);
      const scope = { filter, version: null };
      expect(letters(await store.countables(scope))).toBe(expected);
      expect(await store.countAgreements(scope, 100)).toEqual({ value: expected.length, exact: true });
      expect(await listAll(store, filter, { field: "date", direction: "asc" })).toHaveLength(expected.length);
    });
  });

  describe("an order by", () => {
    test.each(ORDERS)("%o puts what is missing last", async (order, expected) => {
      expect(await listAll(opened().store, EVERYTHING, order)).toBe(expected);
    });

    test.each(ORDERS)("%o gives the same in pages of two, forward and backward", async (order, expected) => {
      const { store } = opened();
      for (const backward of [false, true]) {
        let found = "";
        let start: SortKey | null = null;
        for (let hasMore = true; hasMore;) {
          const page = await store.listAgreements({ filter: EVERYTHING, version: null }, order, {
            limit: 2,
            start,
            backward,
          });
          found = backward ? letters(page.items) + found : found + letters(page.items);
          const edge = backward ? page.items[0] : page.items.at(-1);
          start = edge ? sortKeyOf(edge, order) : null;
          hasMore = page.hasMore;
        }
        expect(found).toBe(expected);
      }
    });
  });

  test("counting stops at the cap and says so", async () => {
    const scope = { filter: EVERYTHING, version: null };
    expect(await opened().store.countAgreements(scope, 3)).toEqual({ value: 3, exact: false });
    expect(await opened().store.countAgreements(scope, 7)).toEqual({ value: 7, exact: true });
  });

  test("a list gives whole states, a countable what counting needs", async () => {
    const scope = { filter: { viaOrganizations: true, ids: ["agreement:a"] }, version: null };
    const page = { limit: 1, start: null, backward: false };
    const listed = await opened().store.listAgreements(scope, { field: "date", direction: "asc" }, page);
    expect(listed).toEqual({ items: [DEALS[0]], hasMore: false });
    expect(await opened().store.countables(scope)).toEqual([
      {
        id: "agreement:a",
        earliest: "2015-03-05",
        latest: "2015-03-05",
        status: "signed",
        amounts: [
          {
            role: "stated",
            money: { amount: "9007199254740993.01", currency: "USD", role: "stated", hedge: "exact" },
            year: null,
            status: "proposed",
            confidence: 0.5,
          },
        ],
        existence: { accepted: 0, proposed: 0.8, disputed: 0 },
        sourceRank: "media",
        recordedIn: 1,
        usdCents: "900719925474099301",
        notForAggregates: false,
        partOf: [],
      },
    ]);
  });
});
