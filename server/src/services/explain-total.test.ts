import fc from "fast-check";
import {
  AGREEMENT_STATUSES,
  MONEY_ROLES,
  UNITS_PER_CENT,
  type MoneyRole,
  type RoleAmount,
} from "@entente/graph-schema";
import { expect, test } from "vitest";
import type { Countable } from "../store/graph-store.ts";
import {
  DEFAULT_QUESTION,
  EXCLUSION_REASONS,
  explainTotal,
  FIXED_REASONS,
  type Surroundings,
  type TotalQuestion,
} from "./explain-total.ts";

const amount = (value: string, rest: Partial<RoleAmount> & { currency?: string } = {}): RoleAmount => {
  const { currency = "USD", role = "stated", ...more } = rest;
  return {
    role,
    money: { amount: value, currency, role, hedge: "exact" },
    year: null,
    status: "proposed",
    confidence: 0.8,
    ...more,
  };
};
const deal = (id: string, rest: Partial<Countable> = {}): Countable => ({
  id,
  earliest: "2015-12-17",
  latest: "2015-12-17",
  status: "signed",
  usdCents: null,
  notForAggregates: false,
  partOf: [],
  amounts: [amount("1")],
  existence: { accepted: 0, proposed: 0.8, disputed: 0 },
  sourceRank: "media",
  recordedIn: 1,
  ...rest,
});
const ALONE: Surroundings = { umbrellas: new Map(), duplicates: [] };
const explain = (
  deals: readonly Countable[],
  question: Partial<TotalQuestion> = {},
  around: Partial<Surroundings> = {},
) => {
  const { counted, exclusions } = explainTotal(
    deals,
    { ...DEFAULT_QUESTION, ...question },
    { ...ALONE, ...around },
  );
  return {
    counted: [...counted.keys()],
    reasons: Object.fromEntries(exclusions.map(({ reason, ids }) => [reason, [...ids]])),
    exclusions,
  };
};

test.each([
  [{ status: "proposed" }, "NOT_CONCLUDED"],
  [{ status: "negotiating" }, "NOT_CONCLUDED"],
  [{ status: "suspended" }, "SUSPENDED"],
  [{ status: "ended", amounts: [] }, "ENDED"],
  [{ notForAggregates: true }, "NOT_FOR_AGGREGATES"],
  [{ amounts: [] }, "NO_AMOUNT"],
  [{ amounts: [amount("5", { currency: "KZT" })] }, "NO_RATE"],
  [{ amounts: [amount("5", { role: "total-cost" })] }, "OTHER_ROLE"],
] as const)("%j is left out as %s", (rest, reason) => {
  expect(explain([deal("a", rest)]).reasons).toEqual({ [reason]: ["a"] });
});

test.each(["agreed", "signed", "in-force", "completed"] as const)("a %s deal counts", (status) => {
  expect(explain([deal("a", { status })]).counted).toEqual(["a"]);
});

test("the conversion that the source prints counts, in nominal prices only", () => {
  const money = {
    ...amount("730", { currency: "EUR" }).money,
    statedConversions: [{ amount: "792", currency: "USD", prices: "nominal" as const }],
  };
  const one = deal("a", { amounts: [{ ...amount("730"), money }] });
  expect([...explainTotal([one], DEFAULT_QUESTION, ALONE).counted]).toEqual([["a", 7_920_000n]]);
  expect(explain([one], { to: "EUR" }).counted).toEqual(["a"]);
  expect(explain([one], { prices: "constant" }).reasons).toEqual({ NO_RATE: ["a"] });
});

test("of several roles the first asked for counts, once", () => {
  const both = deal("a", {
    amounts: [amount("7", { role: "committed" }), amount("3", { role: "disbursed" })],
  });
  const sum = (roles: readonly MoneyRole[]) =>
    explainTotal([both], { ...DEFAULT_QUESTION, roles }, ALONE).counted.get("a");
  expect(sum(DEFAULT_QUESTION.roles)).toBe(700n * UNITS_PER_CENT);
  expect(sum(["disbursed"])).toBe(300n * UNITS_PER_CENT);
  expect(explain([both], { roles: ["pledged"] }).reasons).toEqual({ OTHER_ROLE: ["a"] });
});

test("an amount whose claim fails the review or the confidence is below it", () => {
  expect(explain([deal("a")], { review: ["accepted"] }).reasons).toEqual({ BELOW_REVIEW: ["a"] });
  expect(explain([deal("a")], { minConfidence: 0.9 }).reasons).toEqual({ BELOW_REVIEW: ["a"] });
  expect(explain([deal("a")], { review: ["proposed"], minConfidence: 0.8 }).counted).toEqual(["a"]);
});

test("a part of a counted umbrella is not counted again, not even through an umbrella that does not match", () => {
  const deals = [deal("whole"), deal("part", { partOf: ["whole"] }), deal("deep", { partOf: ["between"] })];
  const umbrellas = new Map([["between", ["whole"]]]);
  expect(explain(deals, {}, { umbrellas })).toMatchObject({
    counted: ["whole"],
    reasons: { PART_OF_COUNTED: ["part", "deep"] },
  });
});

test("an umbrella that does not count itself leaves its parts counted", () => {
  const part = deal("part", { partOf: ["whole"] });
  expect(explain([deal("whole", { amounts: [] }), part]).counted).toEqual(["part"]);
  expect(explain([deal("whole", { status: "ended" }), part]).counted).toEqual(["part"]);
});

test("of suspected duplicates the best-ranked that counts stands for all", () => {
  const pairs = {
    duplicates: [
      { a: "a", b: "b" },
      { a: "b", b: "c" },
    ],
  };
  const deals = [deal("a"), deal("b", { sourceRank: "government" }), deal("c", { recordedIn: 2 })];
  expect(explain(deals, {}, pairs)).toMatchObject({
    counted: ["b"],
    reasons: { SUSPECTED_DUPLICATE: ["a", "c"] },
  });
  const [a, b, c] = [deal("a"), deal("b", { status: "ended" }), deal("c")];
  expect(explain([a, b, c], {}, pairs).counted).toEqual(["a"]);
  expect(explain([a, b, c], { include: new Set(["SUSPECTED_DUPLICATE" as const]) }, pairs).counted).toEqual([
    "a",
    "c",
  ]);
});

test("a reason that is switched off lets an agreement count, or fall under the next that applies", () => {
  const include = new Set(["ENDED" as const]);
  expect(explain([deal("a", { status: "ended" })], { include }).counted).toEqual(["a"]);
  expect(explain([deal("a", { status: "ended", amounts: [] })], { include }).reasons).toEqual({
    NO_AMOUNT: ["a"],
  });
});

test("an exclusion says what it would add, and null where nothing is known", () => {
  const { exclusions } = explain([deal("a", { status: "ended" }), deal("b", { amounts: [] })]);
  expect(exclusions.map(({ reason, units }) => [reason, units && units / UNITS_PER_CENT])).toEqual([
    ["ENDED", 100n],
    ["NO_AMOUNT", null],
  ]);
});

test("whatever is asked, counted plus excluded is what matches, and switching all off loses no money", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const amounts = fc
    .subarray([...MONEY_ROLES])
    .chain((roles) =>
      fc.tuple(
        ...roles.map((role) => fc.integer({ min: 0, max: 99 }).map((n) => amount(String(n), { role }))),
      ),
    );
  const rows = fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          status: fc.constantFrom(...AGREEMENT_STATUSES),
          notForAggregates: fc.boolean(),
          partOf: fc.subarray(ids.filter((other) => other < id)),
          amounts,
          recordedIn: fc.integer({ min: 1, max: 3 }),
        })
        .map((rest) => deal(id, rest)),
    ),
  );
  const pair = fc.record({ a: fc.constantFrom(...ids), b: fc.constantFrom(...ids) });
  const include = fc
    .subarray(EXCLUSION_REASONS.filter((reason) => !FIXED_REASONS.includes(reason)))
    .map((reasons) => new Set(reasons));
  const roles = fc.subarray([...MONEY_ROLES], { minLength: 1 });
  fc.assert(
    fc.property(fc.tuple(rows, fc.array(pair, { maxLength: 3 }), include, roles), (sample) => {
      const [deals, duplicates, off, asked] = sample;
      const question = { ...DEFAULT_QUESTION, include: off, roles: asked };
      const { counted, exclusions } = explainTotal(deals, question, { ...ALONE, duplicates });
      const all = [...counted.keys(), ...exclusions.flatMap((exclusion) => exclusion.ids)];
      expect(all.sort()).toEqual(ids);
      expect(exclusions.some(({ reason }) => off.has(reason))).toBe(false);
      const everything = new Set(EXCLUSION_REASONS.filter((reason) => !FIXED_REASONS.includes(reason)));
      const whole = explainTotal(deals, { ...question, include: everything }, { ...ALONE, duplicates });
      expect(whole.counted.size).toBe(deals.filter((each) => each.amounts.length > 0).length);
    }),
    { seed: 284, numRuns: 500 },
  );
});
