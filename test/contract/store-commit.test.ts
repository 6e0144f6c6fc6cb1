import type { GraphStore, Planner } from "@entente/server";
import { EVERYTHING } from "@entente/server";
import { expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { agreement, commit, country, organization, planOf } from "./tiny-graph.ts";
import { useStore } from "./use-store.ts";

const scope = { filter: EVERYTHING, version: null };
const count = async (store: GraphStore) => (await store.countAgreements(scope, 1000)).value;

/** Stores one more agreement under a number counted from what is stored, and answers with it. */
const nextNumber =
  (runs: string[] = []): Planner<string> =>
  async (read) => {
    const version = await read.dataVersion();
    const stored = await read.agreementsByPartySet(["country:CHN country:KAZ"]);
    const key = `n${stored.length}`;
    runs.push(key);
    return {
      plan: planOf(version + 1, { states: [agreement(key, { parties: ["CHN", "KAZ"] })] }),
      result: key,
    };
  };

describeEngines("commits", (engine) => {
  const opened = useStore(engine);

  test("a second run with the same key changes nothing and answers the same", async () => {
    const { store } = opened();
    const first = await store.commitPlan(nextNumber(), { idempotencyKey: "once" });
    const before = await store.dataVersion();
    const second = await store.commitPlan(nextNumber(), { idempotencyKey: "once" });
    expect([first, second]).toEqual(["n0", "n0"]);
    expect(await store.dataVersion()).toEqual(before);
  });

  test("no plan writes nothing and keeps no key", async () => {
    const { store } = opened();
    const before = await store.dataVersion();
    const nothing: Planner<string> = () => Promise.resolve({ plan: null, result: "nothing" });
    expect(await store.commitPlan(nothing, { idempotencyKey: "later" })).toBe("nothing");
    expect(await store.dataVersion()).toEqual(before);
    expect(await store.commitPlan(nextNumber(), { idempotencyKey: "later" })).toBe("n1");
  });

  test("writers of one program follow each other, each on what the former left", async () => {
    const { store } = opened();
    const before = await count(store);
    const keys = Array.from({ length: 8 }, (_, i) => `parallel-${i}`);
    const results = await Promise.all(
      keys.map((idempotencyKey) => store.commitPlan(nextNumber(), { idempotencyKey })),
    );
    expect(results.sort()).toEqual(keys.map((_, i) => `n${before + i}`));
    expect(await count(store)).toBe(before + 8);
  });

  test("a plan made before another program wrote is made again", async () => {
    const { store } = opened();
    const other = await opened().openAgain();
    try {
      const runs: string[] = [];
      const before = await count(store);
      const counting = nextNumber(runs);
      const meanwhile: Planner<string> = async (read) => {
        const planned = await counting(read);
        if (runs.length === 1) await other.commitPlan(nextNumber(), { idempotencyKey: "meanwhile" });
        return planned;
      };
      const result = await store.commitPlan(meanwhile, { idempotencyKey: "overtaken" });
      expect(runs).toEqual([`n${before}`, `n${before + 1}`]);
      expect(result).toBe(`n${before + 1}`);
      expect(await count(store)).toBe(before + 2);
    } finally {
      await other.close();
    }
  });

  test("two programs that write at once both get through", async () => {
    const { store } = opened();
    const other = await opened().openAgain();
    try {
      const before = await count(store);
      const writes = Array.from({ length: 10 }, (_, i) =>
        (i % 2 === 0 ? store : other).commitPlan(nextNumber(), { idempotencyKey: `both-${i}` }),
      );
      expect(new Set(await Promise.all(writes)).size).toBe(10);
      expect(await count(store)).toBe(before + 10);
      expect((await other.dataVersion()).version).toBe((await store.dataVersion()).version);
    } finally {
      await other.close();
    }
  });

  test("a plan for another version than the next is refused", async () => {
    const { store } = opened();
    const before = await store.dataVersion();
    const jump: Planner<null> = () => Promise.resolve({ plan: planOf(before.version + 5, {}), result: null });
    await expect(store.commitPlan(jump, { idempotencyKey: "jump" })).rejects.toThrow(/version/);
    expect(await store.dataVersion()).toEqual(before);
  });

  test("a planner that fails leaves the store as it was, ready for the next", async () => {
    const { store } = opened();
    const before = await store.dataVersion();
    const failing: Planner<null> = () => Promise.reject(new Error("no such luck"));
    await expect(store.commitPlan(failing, { idempotencyKey: "fails" })).rejects.toThrow("no such luck");
    expect(await store.dataVersion()).toEqual(before);
    expect(await commit(store, {})).toBe(before.version + 1);
  });

  test("a commit that cannot be written whole is not written at all", async () => {
    const { store } = opened();
    const before = await store.dataVersion();
    const twice = [
      { id: "same", at: "2026-01-01T00:00:00.000Z", by: "test", action: "test", subject: "x", reason: null },
      { id: "same", at: "2026-01-01T00:00:00.000Z", by: "test", action: "test", subject: "x", reason: null },
    ];
    await expect(commit(store, { states: [agreement("half")], audit: twice })).rejects.toThrow();
    expect(await store.dataVersion()).toEqual(before);
    expect(await store.getEntities(["agreement:half"], null)).toEqual([null]);
  });

  test("a planner reads current states by id, name and party, live claims and aliases", async () => {
    const { store } = opened();
    await commit(store, {
      states: [
        country("PER", "Peru"),
        organization("bank", "The Bank of Lima"),
        agreement("direct", { parties: ["PER", "CHL"] }),
        agreement("through", { parties: ["organization:bank", "CHL"], via: { PER: "organization:bank" } }),
      ],
      aliases: [{ from: "organization:old", to: "organization:bank", by: "test", score: 1, reasons: [] }],
      settings: [{ key: "tables", value: "1" }],
    });
    const read = await store.commitPlan(
      async (reader) => ({
        plan: null,
        result: {
          states: (await reader.currentStates(["organization:old", "country:PER"])).map(({ id }) => id),
          named: (await reader.statesByNameKey("organization", ["bank of lima"])).map(({ id }) => id),
          persons: await reader.statesByNameKey("person", ["bank of lima"]),
          byParty: (await reader.agreementsByParty(["country:PER"])).map(({ id }) => id),
          aliases: await reader.aliasesOf(["organization:bank"]),
          settings: [await reader.setting("tables"), await reader.setting("none")],
        },
      }),
      { idempotencyKey: "reads" },
    );
    expect(read).toEqual({
      states: ["country:PER"],
      named: ["organization:bank"],
      persons: [],
      byParty: ["agreement:direct"],
      aliases: [{ from: "organization:old", to: "organization:bank", by: "test", score: 1, reasons: [] }],
      settings: ["1", null],
    });
  });
});
