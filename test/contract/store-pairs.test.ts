import { EVERYTHING } from "@entente/server";
import { beforeAll, expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { agreement, commit, country } from "./tiny-graph.ts";
import { useStore } from "./use-store.ts";

const CODES = Array.from({ length: 13 }, (_, i) => `X${String.fromCharCode(65 + i)}X`);
const scope = { filter: EVERYTHING, version: null };

describeEngines("pairs", (engine) => {
  const opened = useStore(engine);
  beforeAll(async () => {
    await commit(opened().store, {
      states: [
        ...["CHN", "KAZ", "RUS", ...CODES].map((code) => country(code)),
        agreement("two", { parties: ["KAZ", "CHN"], on: "2015-03", cents: "9007199254740993" }),
        agreement("again", { parties: ["CHN", "KAZ", "KAZ"], on: "2013", cents: "9007199254740995" }),
        agreement("proposed", { parties: ["CHN", "KAZ"], status: "proposed", cents: "7" }),
        agreement("row", { parties: ["CHN", "KAZ"], notForAggregates: true, cents: "7" }),
        agreement("three", { parties: ["CHN", "KAZ", "RUS"], on: "2020", cents: "7" }),
        agreement("twelve", { parties: CODES.slice(0, 12) }),
        agreement("thirteen", { parties: CODES }),
        agreement("alone", { parties: ["RUS"] }),
      ],
    });
  });
  const chinaKazakhstan = {
    a: "country:CHN",
    b: "country:KAZ",
    count: 5,
    sharedCount: 1,
    usdCents: "18014398509481988",
    earliest: "2013-01-01",
    latest: "2020-12-31",
  };

  test("count agreements, and sum exactly what is counted and of two parties only", async () => {
    const [first, second] = await opened().store.pairs(scope, 2);
    expect(first).toEqual(chinaKazakhstan);
    expect(second).toEqual({
      a: "country:CHN",
      b: "country:RUS",
      count: 1,
      sharedCount: 1,
      usdCents: null,
      earliest: "2020-01-01",
      latest: "2020-12-31",
    });
  });

  test("are made of up to twelve parties, and of no more", async () => {
    const all = await opened().store.pairs(scope, 1000);
    expect(all).toHaveLength(3 + (12 * 11) / 2);
    expect(all.some(({ a, b }) => [a, b].includes("country:XMX"))).toBe(false);
  });

  test("undated agreements leave the days empty", async () => {
    const filter = { ...EVERYTHING, ids: ["agreement:twelve"] };
    const [pair] = await opened().store.pairs({ filter, version: null }, 1);
    expect(pair).toMatchObject({ earliest: null, latest: null, usdCents: null, sharedCount: 1 });
  });

  test("run over the agreements in scope", async () => {
    const filter = { ...EVERYTHING, date: { to: "2014-01-01" } };
    expect(await opened().store.pairs({ filter, version: null }, 10)).toEqual([
      {
        ...chinaKazakhstan,
        count: 1,
        sharedCount: 0,
        usdCents: "9007199254740995",
        latest: "2013-12-31",
      },
    ]);
  });

  test("partners come in the order asked, most agreements first, and say what the limit left out", async () => {
    const { store } = opened();
    const lists = await store.partners(["country:RUS", "country:CHN", "country:XMX"], scope, 1);
    expect(lists).toEqual([
      {
        node: "country:RUS",
        partners: [expect.objectContaining({ a: "country:CHN", b: "country:RUS", count: 1 })],
        omittedPartners: 1,
        omittedAgreements: 1,
      },
      { node: "country:CHN", partners: [chinaKazakhstan], omittedPartners: 1, omittedAgreements: 1 },
      { node: "country:XMX", partners: [], omittedPartners: 0, omittedAgreements: 0 },
    ]);
  });

  test("an unknown node has no partners", async () => {
    expect(await opened().store.partners(["country:NON"], scope, 3)).toEqual([
      { node: "country:NON", partners: [], omittedPartners: 0, omittedAgreements: 0 },
    ]);
  });
});
