import { ingestBatch, planReview, type GraphStore } from "@entente/server";
import fc from "fast-check";
import { expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { agreementTable, type AgreementRow } from "./agreement-table.ts";
import { Dice } from "./random-plans.ts";
import { NOTHING, useServer, type Json } from "./use-server.ts";

/** Random filters an engine; Neo4j plans each shape of a filter anew. */
const RUNS = { embedded: 500, neo4j: 25 } as const;
const AT = "2026-01-02T00:00:00.000Z";

const SWITCHABLE = [
  "ENDED",
  "SUSPENDED",
  "NOT_CONCLUDED",
  "PART_OF_COUNTED",
  "NOT_FOR_AGGREGATES",
  "SUSPECTED_DUPLICATE",
  "BELOW_REVIEW",
  "OTHER_ROLE",
];
const PART = "{ matching counted amount }";
const SUMS = `query ($filter: AgreementFilter, $currency: CurrencyCode!, $bucket: TimeBucket!, $first: Int!) {
  total(filter: $filter, currency: $currency) {
    amount matching counted exclusions { count amount } rates { amount rateYear bySource rate }
  }
  all: total(filter: $filter, currency: $currency, include: [${SWITCHABLE.join(" ")}]) { amount }
  timeline(filter: $filter, currency: $currency, bucket: $bucket) {
    buckets { part ${PART} } undated ${PART} imprecise ${PART}
  }
  flows(filter: $filter, currency: $currency, first: $first) {
    flows { from { id } to { id } part ${PART} } shared ${PART} notDirected ${PART} omitted ${PART}
  }
}`;
const FACET = "{ key count }";
const FACETS = `query ($filter: AgreementFilter) {
  agreements(filter: $filter, first: 1) {
    count { value }
    facets { byKind ${FACET} byStatus ${FACET} bySector ${FACET} byParty(first: 100) ${FACET} byBloc ${FACET} }
  }
}`;
const COUNT =
  "query ($filter: AgreementFilter) { agreements(filter: $filter, first: 1) { count { value } } }";

/** Of each facet: the conditions that it ignores, and the one that chooses one of its values. */
const OWN = [
  ["byKind", ["kinds"], "kinds"],
  ["byStatus", ["statuses"], "statuses"],
  ["bySector", ["sectors"], "sectors"],
  ["byParty", ["partiesAny", "partiesAll"], "partiesAny"],
  ["byBloc", ["membersOf", "betweenBlocs"], "membersOf"],
] as const;

function randomRows(dice: Dice): AgreementRow[] {
  const money = (): NonNullable<AgreementRow["money"]> => ({
    amount: `${dice.below(1000)}.${10 + dice.below(90)}`,
    currency: dice.pick(["USD", "USD", "EUR", "CNY", "KZT", "GHS"]),
    role: dice.pick(["stated", "committed", "disbursed", "total-cost"] as const),
    ...(dice.chance(0.2) && {
      statedConversions: [{ amount: `${dice.below(900)}.05`, currency: "USD", prices: "nominal" }],
    }),
  });
  return Array.from({ length: 90 }, (_, i): AgreementRow => {
    const giver = dice.pick(["CHN", "lender:CHN", "donor:IND"]);
    const receivers = dice.some(["KEN", "recipient:PER", "borrower:KAZ", "borrower:KEN"], 3);
    return {
      key: `r${i}`,
      parties: [...new Set([giver, ...receivers])],
      kind: dice.pick(["loan", "grant", "memorandum"]),
      status: dice.pick(["proposed", "agreed", "signed", "in-force", "completed", "suspended", "ended"]),
      sectors: dice.some(["energy", "water", "trade"], 2),
      confidence: dice.pick([0.4, 0.7, 0.95]),
      ...(dice.chance(0.85) && { on: dice.pick(["2004", "2010-07", "2010-07-09", "2012-02-29", "2014"]) }),
      ...(dice.chance(0.8) && { money: money() }),
      ...(i > 0 && dice.chance(0.25) && { partOf: `r${dice.below(i)}` }),
      umbrella: dice.chance(0.1),
    };
  });
}

/** Some claims of every kind disputed or rejected, so that `review` makes a difference. */
async function prepare(store: GraphStore): Promise<void> {
  const dice = new Dice(7);
  const { claims } = await ingestBatch(store, agreementTable("random", randomRows(dice)), { at: AT });
  const reviewed = claims.filter(({ property }) => property === "amount" || property === "party");
  for (const { id } of reviewed.filter(() => dice.chance(0.2))) {
    const status = dice.pick(["DISPUTED", "REJECTED"] as const).toLowerCase() as "disputed" | "rejected";
    const act = { by: "Ann", at: AT, reason: "test", id, status, expectedStatus: "accepted" as const };
    await store.commitPlan((read) => planReview(act, read), { idempotencyKey: `review ${id}` });
  }
}

const listOf = <T>(...choices: readonly T[]): fc.Arbitrary<T[]> =>
  fc.uniqueArray(fc.constantFrom(...choices), { minLength: 1, maxLength: 2 });
const country = ["country:CHN", "country:IND", "country:KEN", "country:PER", "country:KAZ"] as const;
const bloc = ["bloc:SCO", "bloc:AU", "bloc:BRICS", "bloc:CAN"] as const;

const condition = fc.record(
  {
    kinds: listOf("LOAN", "GRANT", "MEMORANDUM"),
    statuses: listOf("PROPOSED", "AGREED", "SIGNED", "IN_FORCE", "COMPLETED", "SUSPENDED", "ENDED"),
    sectors: listOf("sector:energy", "sector:water", "sector:trade"),
    partiesAny: listOf(...country),
    partiesAll: listOf(...country),
    membersOf: listOf(...bloc),
    betweenBlocs: fc.uniqueArray(fc.constantFrom(...bloc), { minLength: 2, maxLength: 2 }),
    viaOrganizations: fc.boolean(),
    date: fc.record({ from: fc.constantFrom("2004-06-01", "2010-07-05", "2012-01-01") }),
    hasValue: fc.boolean(),
    value: fc.record({ min: fc.constantFrom("1", "50", "400") }),
    review: listOf("ACCEPTED", "DISPUTED", "PROPOSED"),
    minConfidence: fc.constantFrom(0.5, 0.8, 0.99),
  },
  { requiredKeys: [] },
);
/** Most conditions are left out, so that filters match something. */
const sparse = condition.chain((full) =>
  fc
    .subarray(Object.entries(full), { maxLength: 3 })
    .map((fields) => Object.fromEntries(fields) as Partial<typeof full>),
);
const filters = fc.oneof(
  { weight: 4, arbitrary: sparse },
  { weight: 1, arbitrary: fc.tuple(sparse, sparse).map(([one, other]) => ({ ...one, not: other })) },
  { weight: 1, arbitrary: fc.tuple(sparse, sparse, sparse).map(([a, b, c]) => ({ ...a, or: [b, c] })) },
);
const question = fc.record({
  filter: filters,
  currency: fc.constantFrom("USD", "EUR", "KZT"),
  bucket: fc.constantFrom("MONTH", "YEAR", "DECADE"),
  first: fc.constantFrom(1, 3, 200),
});

/** A sum as the API prints it, in hundredths; null where nothing was counted. */
const cents = (text: unknown): bigint => BigInt(typeof text === "string" ? text.replace(".", "") : 0);
const addUp = (parts: readonly Json[]) => ({
  matching: parts.reduce((sum, { matching }) => sum + Number(matching), 0),
  counted: parts.reduce((sum, { counted }) => sum + Number(counted), 0),
  amount: parts.reduce((sum, { amount }) => sum + cents(amount), 0n),
});

describeEngines("for any filter", (engine) => {
  const running = useServer(engine, { prepare });
  const ask = async (query: string, variables: object): Promise<Json> => {
    const { data, errors } = await running().ask(query, variables);
    expect(errors).toEqual([]);
    return data;
  };
  const numRuns = RUNS[engine.name === "neo4j" ? "neo4j" : "embedded"];

  test("totals, timelines and flows add up to the same, to the cent", async () => {
    const seen = { matched: 0, counted: 0, converted: 0, directed: 0 };
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const answer = await ask(SUMS, asked);
        const { total = NOTHING, all = NOTHING, timeline = NOTHING, flows = NOTHING } = answer;
        const { exclusions = [], rates = [] } = total;
        const whole = {
          matching: Number(total.matching),
          counted: Number(total.counted),
          amount: cents(total.amount),
        };
        const excluded = exclusions.reduce((sum, { count }) => sum + Number(count), 0);
        expect(whole.counted + excluded).toBe(whole.matching);
        expect(addUp(rates).amount).toBe(whole.amount);
        expect(cents(all.amount)).toBe(whole.amount + addUp(exclusions).amount);
        const { buckets = [], undated = NOTHING, imprecise = NOTHING } = timeline;
        expect(addUp([...buckets.map(({ part = NOTHING }) => part), undated, imprecise])).toEqual(whole);
        const { shared = NOTHING, notDirected = NOTHING, omitted = NOTHING } = flows;
        const directed = (flows.flows ?? []).map(({ part = NOTHING }) => part);
        expect(addUp([...directed, shared, notDirected, omitted])).toEqual(whole);
        seen.matched += Math.sign(whole.matching);
        seen.counted += Math.sign(whole.counted);
        seen.converted += Math.sign(rates.filter(({ rateYear }) => rateYear != null).length);
        seen.directed += Math.sign(directed.length);
      }),
      { seed: 20260101, numRuns, endOnFailure: true },
    );
    // Filters that match nothing would prove nothing.
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(numRuns / 4);
  }, 300_000);

  test("facets count what choosing them gives, and ignore their own condition", async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.nat(), async (filter, pick) => {
        const { facets = NOTHING } = (await ask(FACETS, { filter })).agreements ?? NOTHING;
        const [facet, ignored, choose] = OWN[pick % OWN.length] ?? OWN[0];
        const rest = Object.fromEntries(
          Object.entries(filter).filter(([field]) => !(ignored as readonly string[]).includes(field)),
        );
        const without = (await ask(FACETS, { filter: rest })).agreements?.facets ?? NOTHING;
        const values = facets[facet] ?? [];
        expect(without[facet]).toEqual(values);
        const value = values[pick % Math.max(values.length, 1)];
        if (!value) return;
        const chosen = (await ask(COUNT, { filter: { ...rest, [choose]: [value.key] } })).agreements;
        expect(chosen?.count?.value).toBe(value.count);
      }),
      { seed: 20260102, numRuns: Math.ceil(numRuns / 2), endOnFailure: true },
    );
  }, 300_000);
});
