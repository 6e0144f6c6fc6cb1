import type { FactBatch } from "@entente/graph-schema";
import { ingestBatch, planMerge, type GraphStore } from "@entente/server";
import { expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { agreementTable, type AgreementRow } from "./agreement-table.ts";
import { Dice } from "./random-plans.ts";
import { NOTHING, useServer, type Json } from "./use-server.ts";

const TOTAL = `query ($filter: AgreementFilter, $currency: CurrencyCode! = "USD", $include: [ExclusionReason!], $roles: [MoneyRole!], $asOf: AsOf) {
  total(filter: $filter, currency: $currency, include: $include, roles: $roles, asOf: $asOf) {
    amount currency prices matching counted version
    rates { from amount bySource rate rateYear rateSource deflator }
    exclusions { reason count amount agreements(first: 100) { nodes { id } count { value } } }
  }
}`;
const TIMELINE = `query ($filter: AgreementFilter, $bucket: TimeBucket!) {
  timeline(filter: $filter, bucket: $bucket) {
    buckets { part { matching counted amount } }
    undated { matching counted amount } imprecise { matching counted amount }
  }
}`;
const AT = "2026-01-02T00:00:00.000Z";

const ROWS: readonly AgreementRow[] = [
  { key: "plain", parties: ["CHN", "KEN"], status: "signed", on: "2010", money: { amount: "100" } },
  {
    key: "wide",
    parties: ["CHN", "KEN", "PER"],
    status: "in-force",
    on: "2011-03-05",
    money: { amount: "40" },
  },
  {
    key: "part",
    parties: ["CHN", "KEN"],
    status: "signed",
    on: "2010-05",
    money: { amount: "30" },
    partOf: "plain",
  },
  { key: "off", parties: ["CHN", "KEN"], status: "ended", on: "2012", money: { amount: "7" } },
  { key: "talk", parties: ["CHN", "PER"], status: "negotiating", money: { amount: "9" } },
  {
    key: "sum",
    parties: ["CHN", "PER"],
    status: "signed",
    on: "2013",
    money: { amount: "500" },
    umbrella: true,
  },
  { key: "none", parties: ["CHN", "PER"], status: "signed", on: "2013" },
  { key: "tenge", parties: ["CHN", "KAZ"], status: "signed", money: { amount: "11", currency: "KZT" } },
  {
    key: "euro",
    parties: ["CHN", "FRA"],
    status: "signed",
    on: "2014",
    money: {
      amount: "10",
      currency: "EUR",
      statedConversions: [{ amount: "12.50", currency: "USD", prices: "nominal" }],
    },
  },
];

function randomRows(seed: number): AgreementRow[] {
  const dice = new Dice(seed);
  return Array.from({ length: 40 }, (_, i): AgreementRow => ({
    key: `r${seed}-${i}`,
    parties: [...new Set([dice.pick(["CHN", "IND"]), dice.pick(["KEN", "PER", "KAZ"])])],
    status: dice.pick(["proposed", "agreed", "signed", "in-force", "completed", "suspended", "ended"]),
    ...(dice.chance(0.8) && { on: dice.pick(["2009", "2010-07", "2010-07-09", "2012-02-29"]) }),
    ...(dice.chance(0.8) && {
      money: {
        amount: `${dice.below(1000)}.${10 + dice.below(90)}`,
        currency: dice.pick(["USD", "USD", "EUR"]),
        role: dice.pick(["stated", "committed", "disbursed", "total-cost"] as const),
      },
    }),
    ...(i > 0 && dice.chance(0.3) && { partOf: `r${seed}-${dice.below(i)}` }),
    umbrella: dice.chance(0.1),
  }));
}

describeEngines("totals over HTTP", (engine) => {
  const running = useServer(engine, {
    prepare: async (store: GraphStore) => {
      await ingestBatch(store, agreementTable("fixed", ROWS), { at: AT });
    },
  });
  const ask = async (query: string, variables: object = {}): Promise<Json> => {
    const { data, errors } = await running().ask(query, variables);
    expect(errors).toEqual([]);
    return data;
  };
  const total = async (variables: object = {}): Promise<Json> =>
    (await ask(TOTAL, variables)).total ?? NOTHING;
  const left = (answer: Json) =>
    (answer.exclusions ?? []).map(({ reason, count, amount }) => [reason, count, amount]);
  const fixed = { documents: [] as string[] };

  test("counts each agreement once, and says what it left out, why, and what that would add", async () => {
    const { documents } = await ask('{ documents(text: "fixed") { nodes { id } } }');
    fixed.documents = [documents?.nodes?.[0]?.id ?? ""];
    const answer = await total({ filter: fixed });
    expect(answer).toMatchObject({
      amount: "152.50",
      currency: "USD",
      prices: "NOMINAL",
      matching: 9,
      counted: 3,
    });
    expect(left(answer)).toEqual([
      ["ENDED", 1, "7.00"],
      ["NOT_CONCLUDED", 1, "9.00"],
      ["PART_OF_COUNTED", 1, "30.00"],
      ["NOT_FOR_AGGREGATES", 1, "500.00"],
      ["NO_AMOUNT", 1, null],
      ["NO_RATE", 1, null],
    ]);
    for (const { count, agreements } of answer.exclusions ?? []) {
      expect(Number(agreements?.count?.value)).toBe(Number(count));
      expect(agreements?.nodes).toHaveLength(Number(count));
    }
  });

  test("an umbrella outside the filter leaves its parts to be counted", async () => {
    const filter = {
      ...fixed,
      date: { from: "2010-05-01", to: "2010-05-31" },
      not: { date: { to: "2010-01-15" } },
    };
    expect(await total({ filter })).toMatchObject({ amount: "30.00", matching: 1, counted: 1 });
  });

  test("reasons switched off, another currency and other roles change what counts", async () => {
    const include = ["ENDED", "NOT_CONCLUDED", "PART_OF_COUNTED", "NOT_FOR_AGGREGATES"];
    expect(await total({ filter: fixed, include })).toMatchObject({ amount: "698.50", counted: 7 });
    // Units for a dollar: EUR 0.7550752 in 2010, 0.7193099 in 2011; KZT 147.3544338 in 2010, 146.6322447 in 2011.
    expect(await total({ filter: fixed, currency: "EUR" })).toMatchObject({ amount: "114.28", counted: 3 });
    const tenge = await total({ filter: fixed, currency: "KZT" });
    // The source's own 12.50 dollars of 2014 at 179.1828784; 11 tenge as stated.
    expect(tenge).toMatchObject({ amount: "22851.52", counted: 4 });
    expect(tenge.rates).toEqual([
      expect.objectContaining({ from: "USD", amount: "14735.44", rate: "147.3544338", rateYear: 2010 }),
      expect.objectContaining({ from: "USD", amount: "5865.29", rateYear: 2011 }),
      expect.objectContaining({ from: "EUR", amount: "2239.79", rateYear: 2014, bySource: false }),
      expect.objectContaining({ from: "KZT", amount: "11.00", rate: "1", rateYear: null }),
    ]);
    const other = await total({ filter: fixed, roles: ["DISBURSED"] });
    expect(other).toMatchObject({ amount: "0.00", counted: 0 });
    expect(left(other)).toContainEqual(["OTHER_ROLE", 5, "182.50"]);
  });

  test.each([
    [{ currency: "XXZ" }, 'currency: got "XXZ", expected an ISO 4217 code'],
    [{ include: ["NO_AMOUNT"] }, "include: got NO_AMOUNT"],
    [{ roles: [] }, "roles: got none"],
  ])("a question that makes no sense is told: %j", async (variables, message) => {
    const { errors } = await running().ask(TOTAL, variables);
    expect(errors[0]?.message).toContain(message);
    expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  test("a total of an earlier version answers as it did then", async () => {
    const { store } = running();
    const before = await total({ filter: fixed });
    const { nodes = [] } =
      (await ask('{ agreements(filter: { text: "loan wide" }) { nodes { id } } }')).agreements ?? NOTHING;
    const [wide] = nodes;
    const report: FactBatch = {
      document: {
        type: "article",
        text: "China, Kenya and Peru: the loan is off.",
        title: "Off",
        language: "en",
      },
      mentions: [{ local: "agreement:0", type: "agreement" }],
      facts: [
        {
          subject: "agreement:0",
          property: "status",
          value: { type: "term", term: "ended" },
          validOn: { text: "2020", precision: "year", earliest: "2020-01-01", latest: "2020-12-31" },
          evidence: { start: 0, end: 10 },
          confidence: 0.9,
        },
      ],
      producer: "test@1",
    };
    const { claims } = await ingestBatch(store, report, { at: AT });
    const act = {
      by: "Ann",
      at: AT,
      reason: "same loan",
      into: wide?.id ?? "",
      from: [claims[0]?.subject ?? ""],
    };
    await store.commitPlan((read) => planMerge(act, read), { idempotencyKey: "wide is off" });
    await running().ask("{ dataVersion { version } }");
    expect(await total({ filter: fixed, asOf: { version: Number(before.version) } })).toEqual(before);
    const { version } = await store.dataVersion();
    expect(await total({ filter: fixed, asOf: { version } })).toMatchObject({ amount: "112.50", counted: 2 });
  });

  test.each([1, 2, 3])(
    "of random agreements (seed %i) nothing is lost, and the timeline adds up to the total",
    async (seed) => {
      await ingestBatch(running().store, agreementTable(`random ${seed}`, randomRows(seed)), { at: AT });
      const { version } = await running().store.dataVersion();
      for (const filter of [
        { text: `loan r${seed}` },
        { text: `loan r${seed}`, membersOf: ["bloc:SCO"] },
        { kinds: ["LOAN"], date: { from: "2010-06-01" } },
      ]) {
        const answer = (await ask(TOTAL, { filter, asOf: { version } })).total ?? NOTHING;
        const excluded = (answer.exclusions ?? []).reduce((sum, { count }) => sum + Number(count), 0);
        expect(Number(answer.counted) + excluded).toBe(Number(answer.matching));
        for (const bucket of ["MONTH", "YEAR"]) {
          const query = TIMELINE.replace("bucket: $bucket", `bucket: $bucket, asOf: { version: ${version} }`);
          const {
            buckets = [],
            undated = NOTHING,
            imprecise = NOTHING,
          } = (await ask(query, { filter, bucket })).timeline ?? NOTHING;
          const parts = [...buckets.map(({ part = NOTHING }) => part), undated, imprecise];
          const sum = (field: string) => parts.reduce((all, part) => all + Number(part[field]), 0);
          const cents = parts.reduce((all, part) => all + BigInt(String(part.amount).replace(".", "")), 0n);
          expect([sum("matching"), sum("counted")]).toEqual([
            Number(answer.matching),
            Number(answer.counted),
          ]);
          expect(cents).toBe(BigInt(String(answer.amount).replace(".", "")));
        }
      }
    },
  );
});
