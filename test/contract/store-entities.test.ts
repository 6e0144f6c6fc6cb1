import { queryTokens, type EntityType } from "@entente/graph-schema";
import type { AliasRow, GraphStore } from "@entente/server";
import { beforeAll, expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { agreement, bloc, commit, country, membership, organization } from "./tiny-graph.ts";
import { useStore } from "./use-store.ts";

const ALL: readonly EntityType[] = [
  "country",
  "bloc",
  "region",
  "organization",
  "person",
  "event",
  "agreement",
];
const KAZAKHSTAN = { ...country("KAZ", "Kazakhstan"), aliases: ["Qazaqstan", "Kazakh"] };
const IVORY_COAST = { ...country("CIV", "Côte d’Ivoire"), aliases: ["Ivory Coast"] };

const alias = (from: string, to: string): AliasRow => ({
  from,
  to,
  by: "match:rules@1",
  score: 0.9,
  reasons: ["name"],
});

const find = (
  store: GraphStore,
  query: string,
  { types = ALL, limit = 10 }: { types?: readonly EntityType[]; limit?: number } = {},
) => store.search(queryTokens(query), types, limit);

describeEngines("entities", (engine) => {
  const opened = useStore(engine);
  beforeAll(async () => {
    const { store } = opened();
    await commit(store, {
      states: [
        KAZAKHSTAN,
        IVORY_COAST,
        country("CHN", "China"),
        bloc("SCO", "Shanghai Cooperation Organisation"),
        organization("b1", "Kazakh Bank"),
        organization("b2", "Kazakh Bank of Trade"),
        organization("b3", "Bank of Kazakhstan"),
        agreement("pipe", { name: "Kazakh pipeline", parties: ["KAZ", "CHN"] }),
        agreement("loan", {
          name: "Loan",
          parties: ["organization:b1", "CHN"],
          via: { KAZ: "organization:b1" },
        }),
        { ...country("SEC"), type: "sector", id: "sector:energy", name: "Kazakh energy" },
      ],
      memberships: [
        membership(["SCO", "KAZ"], { from: "2001-06-15", to: "2010" }),
        membership(["SCO", "KAZ"], { from: "2012-05" }),
        membership(["SCO", "CHN"], { from: "2001-06-15" }),
        membership(["SCO", "CIV"], { role: "observer" }),
      ],
    });
    await commit(store, {
      removedStates: ["organization:b2", "organization:b3"],
      aliases: [alias("organization:b3", "organization:b2"), alias("organization:b2", "organization:b1")],
    });
  });

  test("come in the order asked, merged ones as their survivor, unknown ones as null", async () => {
    const ids = ["organization:b3", "country:XXX", "organization:b1", "country:KAZ", "country:KAZ"];
    const found = await opened().store.getEntities(ids, null);
    expect(found.map((state) => state?.id ?? null)).toEqual([
      "organization:b1",
      null,
      "organization:b1",
      "country:KAZ",
      "country:KAZ",
    ]);
    expect(found[3]).toEqual(KAZAKHSTAN);
  });

  test("are found by name, alias, prefix and without accents", async () => {
    const { store } = opened();
    const best = async (query: string) => (await find(store, query))[0]?.id;
    expect(await best("qazaqstan")).toBe("country:KAZ");
    expect(await best("cote divoire")).toBe("country:CIV");
    expect(await best("ivory co")).toBe("country:CIV");
    expect(await best("shanghai")).toBe("bloc:SCO");
  });

  test("a candidate carries its names, matched tokens and degree", async () => {
    const { store } = opened();
    const [first] = await find(store, "Qazaqstan");
    expect(first).toEqual({
      id: "country:KAZ",
      type: "country",
      name: "Kazakhstan",
      aliases: ["Qazaqstan", "Kazakh"],
      matched: queryTokens("Qazaqstan").length,
      degree: 2,
    });
    expect((await find(store, "loan", { types: ["agreement"] }))[0]?.degree).toBe(1);
  });

  test("candidates come by matched tokens, degree, id; merged ones and sectors never", async () => {
    const found = await opened().store.search(["w:kazakh"], [...ALL, "sector"], 10);
    expect(found.map(({ id, degree }) => [id, degree])).toEqual([
      ["country:KAZ", 2],
      ["agreement:pipe", 1],
      ["organization:b1", 1],
    ]);
  });

  test("a search keeps to the types and the limit", async () => {
    const { store } = opened();
    expect((await find(store, "kazakh", { types: ["organization"] })).map(({ id }) => id)).toEqual([
      "organization:b1",
    ]);
    expect(await find(store, "kazakh", { limit: 1 })).toHaveLength(1);
  });

  test("degree follows the agreements that are current", async () => {
    const { store } = opened();
    const degree = async () => (await find(store, "china", { types: ["country"] }))[0]?.degree;
    expect(await degree()).toBe(2);
    await commit(store, { removedStates: ["agreement:loan"] });
    expect(await degree()).toBe(1);
    await commit(store, { states: [agreement("loan", { name: "Loan", parties: ["CHN"] })] });
    expect(await degree()).toBe(2);
  });

  test("a renamed entity is found by its new name only", async () => {
    const { store } = opened();
    await commit(store, { states: [organization("b1", "Astana Bank")] });
    expect((await find(store, "astana"))[0]?.id).toBe("organization:b1");
    expect(await store.search(["w:kazakh"], ["organization"], 10)).toEqual([]);
  });

  test("memberships of a bloc or a member, all or on a day, ends included", async () => {
    const { store } = opened();
    const on = async (of: Parameters<GraphStore["memberships"]>[0], day: string | null) =>
      (await store.memberships(of, day, null)).map(({ member, role, from }) => [
        member.slice(8),
        role,
        from?.earliest ?? "",
      ]);
    expect(await on({ bloc: "bloc:SCO" }, null)).toEqual([
      ["CHN", "member", "2001-06-15"],
      ["CIV", "observer", ""],
      ["KAZ", "member", "2001-06-15"],
      ["KAZ", "member", "2012-05-01"],
    ]);
    expect(await on({ member: "country:KAZ" }, "2010-12-31")).toEqual([["KAZ", "member", "2001-06-15"]]);
    expect(await on({ member: "country:KAZ" }, "2011-06-01")).toEqual([]);
    expect(await on({ bloc: "bloc:SCO", member: "country:KAZ" }, "2012-05-01")).toEqual([
      ["KAZ", "member", "2012-05-01"],
    ]);
    expect(await on({ bloc: "bloc:SCO" }, "2001-06-14")).toEqual([["CIV", "observer", ""]]);
  });

  test("new memberships of a bloc and member replace the former ones", async () => {
    const { store } = opened();
    await commit(store, { memberships: [membership(["SCO", "KAZ"], { from: "1999" })] });
    const found = await store.memberships({ bloc: "bloc:SCO", member: "country:KAZ" }, null, null);
    expect(found).toEqual([membership(["SCO", "KAZ"], { from: "1999" })]);
    expect(await store.memberships({ member: "country:CHN" }, null, null)).toHaveLength(1);
  });
});
