import { Readable } from "node:stream";
import { EVERYTHING, type DumpRow, type GraphStore } from "@entente/server";
import { expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { Dice, firstChanges, RandomHistory } from "./random-plans.ts";
import { agreement, commit } from "./tiny-graph.ts";
import { openEmpty } from "./use-store.ts";

async function dumped(store: GraphStore): Promise<DumpRow[]> {
  const rows: DumpRow[] = [];
  for await (const row of store.dump()) rows.push(row);
  return rows;
}

const replay = (rows: readonly DumpRow[]): AsyncIterable<DumpRow> => Readable.from(rows);

/** A dozen random commits. */
async function fill(store: GraphStore): Promise<void> {
  const dice = new Dice(7);
  const history = new RandomHistory(dice);
  await commit(store, firstChanges(dice));
  for (let version = 2; version <= 12; version++) await commit(store, history.nextChanges(version));
}

describeEngines("a dump", (engine) => {
  test("loads into an empty store, which then answers and dumps the same", async () => {
    const source = await openEmpty(engine);
    await fill(source.store);
    const rows = await dumped(source.store);
    const at = (version: number | null) => ({ filter: EVERYTHING, version });
    const answers = async ({ store }: { store: GraphStore }) => ({
      now: await store.countables(at(null)),
      then: await store.countables(at(5)),
      pairs: await store.pairs(at(6), 100),
      found: await store.search(["p:pa"], ["agreement", "country", "organization"], 100),
      version: await store.dataVersion(),
      audit: await store.auditLog({ limit: 100, after: null }),
    });
    const before = await answers(source);
    await source.close();
    const target = await openEmpty(engine);
    try {
      expect(await target.store.load(replay(rows))).toBe(rows.length);
      expect(await dumped(target.store)).toEqual(rows);
      expect(await answers(target)).toEqual(before);
      expect(await target.store.checkIntegrity()).toEqual([]);
      expect(await commit(target.store, { states: [agreement("next")] })).toBe(13);
    } finally {
      await target.close();
    }
  });

  test("is refused by a store that holds something", async () => {
    const opened = await openEmpty(engine);
    const { store } = opened;
    try {
      await commit(store, { states: [agreement("mine")] });
      const before = await dumped(store);
      await expect(store.load(replay(before))).rejects.toThrow(/empty/);
      expect(await dumped(store)).toEqual(before);
    } finally {
      await opened.close();
    }
  });

  test("starts no more than it can finish: a broken load leaves the store empty", async () => {
    const opened = await openEmpty(engine);
    const { store } = opened;
    try {
      const broken = replay([
        { table: "version", row: { version: 1, at: "2026-01-01T00:00:00.000Z" } },
        { table: "nonsense", row: {} },
      ]);
      await expect(store.load(broken)).rejects.toThrow();
      expect((await store.dataVersion()).version).toBe(0);
    } finally {
      await opened.close();
    }
  });
});
