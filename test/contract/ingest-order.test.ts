import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { FactBatch } from "@entente/graph-schema";
import {
  checkStore,
  ingestBatch,
  loadReference,
  openEmbeddedStore,
  openStore,
  type GraphStore,
  type TypedDumpRow,
} from "@entente/server";
import { afterAll, expect, test } from "vitest";
import { describeEngines, emptyEngine } from "../setup/available-engines.ts";
import { Dice } from "./random-plans.ts";
import { report } from "./report-batch.ts";

/** Sets of reports, each about two countries of its own; Neo4j commits far slower, and plans are the same. */
const SETS = { embedded: 60, neo4j: 4 } as const;
const REPORTS = 7;
const AT = "2026-01-01T00:00:00.000Z";
const CODES = ["PER", "CHL", "KEN", "IND", "FJI", "TON", "LAO", "NPL", "CUB", "HTI", "MLI", "NER"];
const PAIRS = CODES.flatMap((a, i) => CODES.slice(i + 1).map((b) => [a, b] as const));
const DATES = ["2019-03-05", "2019-03-05", "2019-03", "2019", "2019-03-06", "2021-07-01"];
const TITLES = ["Memorandum", "Gas supply memorandum", "Railway memorandum", "Memorandum on gas"];

/** Reports of a few deals, close enough that some match, some may, and some contest a match. */
function reportsOf(set: number): FactBatch[] {
  const dice = new Dice(9_000 + set);
  const parties = PAIRS[set] ?? ["PER", "CHL"];
  return Array.from({ length: REPORTS }, (_, i) =>
    report({
      text: `Report ${i} of set ${set}.`,
      parties,
      on: dice.pick(DATES),
      published: `2022-01-${String(i + 1).padStart(2, "0")}`,
      title: dice.pick(TITLES),
      ...(dice.chance(0.4) && { usd: dice.pick(["1000000", "2000000"]) }),
      ...(dice.chance(0.4) && { organization: `Bank ${dice.below(2)} of set ${set}` }),
      ...(dice.chance(0.5) && { basedIn: dice.pick(parties) }),
      ...(dice.chance(0.3) && { twice: true }),
    }),
  );
}

function shuffled<T>(list: readonly T[], dice: Dice): T[] {
  const left = [...list];
  return list.flatMap(() => left.splice(dice.below(left.length), 1));
}

/** All that must not depend on the order: what holds now, without the versions that brought it. */
async function graphOf(store: GraphStore): Promise<Map<string, unknown>> {
  const graph = new Map<string, unknown>();
  for await (const row of store.dump()) {
    const { table, row: held } = row as TypedDumpRow;
    if ("knownTo" in held && held.knownTo !== null) continue;
    if (table === "state" && held.state.type === "agreement")
      graph.set(held.state.id, { ...held.state, recordedIn: 0 });
    else if (table === "state" && held.state.type === "organization") graph.set(held.state.id, held.state);
    else if (table === "alias") graph.set(`alias ${held.alias.from}`, held.alias.to);
    else if (table === "profile") graph.set(`profile ${held.profile.id}`, held.profile);
    else if (table === "link") {
      const { kind, a, b, score, reasons } = held.link;
      graph.set(`link ${a} ${b}`, { kind, score, reasons });
    }
  }
  return new Map([...graph].sort(([a], [b]) => (a < b ? -1 : 1)));
}

describeEngines("the order of ingest", (engine) => {
  const folder = mkdtempSync(join(tmpdir(), "entente-order-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function ingested(store: GraphStore, batches: readonly FactBatch[]): Promise<Map<string, unknown>> {
    try {
      await loadReference(store, AT);
      for (const batch of batches) await ingestBatch(store, batch, { at: AT });
      expect((await checkStore(store)).faults).toEqual([]);
      return await graphOf(store);
    } finally {
      await store.close();
    }
  }

  test(
    "does not change states, matches, open questions and where ids lead",
    { timeout: 600_000 },
    async () => {
      const batches = Array.from({ length: SETS[engine.name] }, (_, set) => reportsOf(set)).flat();
      const embedded = await openEmbeddedStore({ folder: join(folder, "in-order") });
      const expected = await ingested(embedded, batches);
      const kinds = [...expected.values()].map((value) => (value as { readonly kind?: unknown }).kind);
      for (const kind of ["same", "possibly-same", "settled"]) {
        expect(kinds.filter((each) => each === kind).length, kind).toBeGreaterThan(SETS[engine.name]);
      }
      for (const order of [shuffled(batches, new Dice(1)), [...batches].reverse()]) {
        await emptyEngine(engine);
        const dataFolder = mkdtempSync(join(folder, "store-"));
        const store = await openStore({ dataFolder, ...(engine.name === "neo4j" && { neo4j: engine }) });
        const got = await ingested(store, order);
        const differing = [...expected.keys(), ...got.keys()].filter(
          (key) => !isDeepStrictEqual(expected.get(key), got.get(key)),
        );
        const [first = ""] = differing;
        expect(got.get(first), `${differing.length} differ, first ${first}`).toEqual(expected.get(first));
      }
    },
  );
});
