import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EntityId, EntityState, SourcedClaim } from "@entente/graph-schema";
import {
  checkStore,
  ingestBatch,
  InvalidInputError,
  loadReference,
  NotFoundError,
  openEmbeddedStore,
  openStore,
  planMarkNotSame,
  planMerge,
  planRetraction,
  planReview,
  planUndoMerge,
  planUndoReview,
  planUnmarkNotSame,
  rederive,
  type GraphStore,
  type Planner,
} from "@entente/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { Dice } from "./random-plans.ts";
import { report } from "./report-batch.ts";

/** Histories a test; Neo4j commits far slower, and plans are the same. */
const HISTORIES = { embedded: 500, neo4j: 20 } as const;
const ACTS = 10;
const DEALS = 4;
const PAIRS = [
  ["PER", "CHL"],
  ["KEN", "IND"],
] as const;

/** One day a history, so that no report of one matches a report of another. */
const dayOf = (history: number): string =>
  new Date(Date.UTC(1960, 0, 1 + 3 * history)).toISOString().slice(0, 10);

interface Deal {
  readonly id: EntityId;
  readonly document: string;
  readonly claims: readonly SourcedClaim[];
}

let clock = 0;
const act = () => ({
  by: "fuzz",
  at: new Date(Date.UTC(2026, 0, 1, 0, 0, ++clock)).toISOString(),
  reason: "fuzz",
});
const commit = <T>(store: GraphStore, planner: Planner<T>): Promise<T> =>
  store.commitPlan(planner, { idempotencyKey: `act ${++clock}` });

/** The same reports for the same history, in either store; some of them match. */
async function ingestDeal(store: GraphStore, history: number, key: number): Promise<Deal> {
  const dice = new Dice(history * 100 + key);
  const sketch = {
    text: `Report ${key} of history ${history}.`,
    parties: dice.pick(PAIRS),
    on: dayOf(history),
    organization: `Bank ${history} ${dice.below(2)}`,
    basedIn: dice.pick(["CHN", "FRA"]),
    ...(dice.chance(0.5) && { usd: String(1 + dice.below(2)) }),
  };
  const { document, claims } = await ingestBatch(store, report(sketch), { at: act().at });
  const subject = claims.find(({ property }) => property === "kind")?.subject ?? "";
  return { id: subject, document: document.id, claims };
}

/** Null where the act makes no sense now: merged already, told apart, nothing to take back. */
async function tried<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof NotFoundError) return null;
    throw error;
  }
}

const withoutVersions = (states: readonly (EntityState | null)[]): unknown[] =>
  states.map((state) => (state?.type === "agreement" ? { ...state, recordedIn: 0 } : state));

/** One random act of any kind. */
async function anyAct(
  store: GraphStore,
  dice: Dice,
  known: { deals: Deal[]; merges: string[] },
): Promise<void> {
  const [one, other, claimed] = [dice.pick(known.deals), dice.pick(known.deals), dice.pick(known.deals)];
  const claim = dice.pick(claimed.claims).id;
  const kind = dice.below(8);
  if (kind < 2) {
    const merged = await tried(
      commit(store, (read) => planMerge({ ...act(), into: one.id, from: [other.id] }, read)),
    );
    if (merged?.mergeId != null) known.merges.push(merged.mergeId);
  } else if (kind === 2 && known.merges.length > 0) {
    const mergeId = dice.pick(known.merges);
    await tried(commit(store, (read) => planUndoMerge({ ...act(), mergeId }, read)));
  } else if (kind === 3) {
    await tried(commit(store, (read) => planMarkNotSame({ ...act(), a: one.id, b: other.id }, read)));
  } else if (kind === 4) {
    await tried(commit(store, (read) => planUnmarkNotSame({ ...act(), a: one.id, b: other.id }, read)));
  } else if (kind === 5 && dice.chance(0.3)) {
    await tried(commit(store, (read) => planRetraction({ ...act(), id: one.document }, read)));
  } else if (kind === 6) {
    await tried(commit(store, (read) => planUndoReview({ ...act(), id: claim }, read)));
  } else {
    const status = dice.pick(["accepted", "rejected", "disputed"] as const);
    const expectedStatus = dice.pick(["proposed", "accepted"] as const);
    await commit(store, (read) => planReview({ ...act(), id: claim, status, expectedStatus }, read)).catch(
      (error: unknown) => {
        if (!(error instanceof Error) || !("code" in error)) throw error;
      },
    );
  }
}

describeEngines("random histories of curation", (engine) => {
  const folder = mkdtempSync(join(tmpdir(), "entente-curation-"));
  let store: GraphStore;
  let without: GraphStore;
  beforeAll(async () => {
    const data = join(folder, "with");
    store = await openStore({ dataFolder: data, ...(engine.name === "neo4j" && { neo4j: engine }) });
    without = await openEmbeddedStore({ folder: join(folder, "without") });
    for (const each of [store, without]) await loadReference(each, "2026-01-01T00:00:00.000Z");
  });
  afterAll(async () => {
    await store.close();
    await without.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** All that hangs on a history's reports. */
  const idsOf = (deals: readonly Deal[]): EntityId[] => [
    ...new Set(deals.flatMap(({ claims }) => claims.map(({ subject }) => subject))),
  ];

  test(
    "merges undone in any order leave what the others give without them",
    { timeout: 600_000 },
    async () => {
      for (let history = 0; history < HISTORIES[engine.name]; history++) {
        const dice = new Dice(history);
        const deals: Deal[] = [];
        for (let key = 0; key < DEALS; key++) deals.push(await ingestDeal(store, history, key));
        const merges: { id: string; into: EntityId; from: EntityId }[] = [];
        for (let i = 0; i < DEALS; i++) {
          const [into, from] = [dice.pick(deals).id, dice.pick(deals).id];
          const done = await tried(
            commit(store, (read) => planMerge({ ...act(), into, from: [from] }, read)),
          );
          if (done?.mergeId != null) merges.push({ id: done.mergeId, into, from });
        }
        const undone = new Set(dice.some(merges, merges.length));
        for (const { id } of undone)
          await commit(store, (read) => planUndoMerge({ ...act(), mergeId: id }, read));

        for (let key = 0; key < DEALS; key++) await ingestDeal(without, history, key);
        for (const { into, from } of merges.filter((merge) => !undone.has(merge))) {
          await commit(without, (read) => planMerge({ ...act(), into, from: [from] }, read));
        }
        const ids = idsOf(deals);
        const [got, expected] = await Promise.all(
          [store, without].map((each) => each.getEntities(ids, null)),
        );
        expect(withoutVersions(got ?? []), `history ${history}`).toEqual(withoutVersions(expected ?? []));
      }
    },
  );

  test(
    "every version answers later as it did then, and what is stored follows from the claims",
    { timeout: 600_000 },
    async () => {
      for (let i = 0; i < HISTORIES[engine.name]; i++) {
        const history = HISTORIES.embedded + i;
        const dice = new Dice(history);
        const known = { deals: [await ingestDeal(store, history, 0)], merges: [] as string[] };
        const seen: { version: number; ids: EntityId[]; states: unknown; claims: unknown }[] = [];
        for (let step = 0; step < ACTS; step++) {
          if (dice.chance(0.3)) known.deals.push(await ingestDeal(store, history, step + 1));
          else await anyAct(store, dice, known);
          const ids = idsOf(known.deals);
          const { version } = await store.dataVersion();
          const [states, claims] = await Promise.all([
            store.getEntities(ids, null),
            store.claims({ subjects: ids, version: null }),
          ]);
          seen.push({ version, ids, states, claims });
        }
        for (const { version, ids, states, claims } of seen) {
          expect(await store.getEntities(ids, version), `history ${history} at ${version}`).toEqual(states);
          expect(
            await store.claims({ subjects: ids, version }),
            `claims of ${history} at ${version}`,
          ).toEqual(claims);
        }
      }
      expect((await checkStore(store)).faults).toEqual([]);
      expect((await rederive(store, "2026-12-31T00:00:00.000Z")).changed).toBe(0);
    },
  );
});
