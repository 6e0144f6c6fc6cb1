import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkStore, openEmbeddedStore } from "@entente/server";
import { expect, test } from "vitest";
import { TRADE } from "./api-articles.ts";
import { startCli, useFolder } from "./run-cli.ts";

const KILLS = 30;
const ARTICLES = 40;

/** Kills at moments spread over an ingest, the same ones in each run: a linear congruential step. */
const momentOf = (round: number): number => 300 + ((round * 7919) % 900);

test("kill -9 during ingest, 30 times: what was acknowledged is there, and nothing is half there", async () => {
  const folder = useFolder();
  const data = join(folder, "data");
  const acknowledged = new Set<string>();
  let killed = 0;
  for (let round = 0; round < KILLS; round++) {
    const records = Array.from({ length: ARTICLES }, (_, i) => ({
      id: `${round}-${i}`,
      ...TRADE,
      text: `${TRADE.text} Round ${round}, article ${i}.`,
    }));
    const file = join(folder, "records.json");
    writeFileSync(file, JSON.stringify(records));
    const child = startCli(["ingest", file], { ENTENTE_DATA: data });
    let out = "";
    child.stdout?.on("data", (chunk: Buffer) => (out += chunk.toString("utf8")));
    const timer = setTimeout(() => child.kill("SIGKILL"), momentOf(round));
    await once(child, "close");
    clearTimeout(timer);
    if (child.signalCode === "SIGKILL") killed++;
    for (const [, id] of out.matchAll(/ in (document:[0-9a-f]{20})\n/g)) if (id) acknowledged.add(id);
  }
  expect(killed).toBeGreaterThan(KILLS / 2);

  const store = await openEmbeddedStore({ folder: data });
  try {
    const { faults } = await checkStore(store);
    expect(faults).toEqual([]);
    const ids = [...acknowledged];
    const found = await store.documentsById(ids);
    expect(ids.filter((_, i) => !found[i])).toEqual([]);
    for (const id of ids) {
      expect(await store.documentText(id)).toContain("Round");
      expect((await store.claims({ document: id, version: null })).length).toBeGreaterThan(0);
    }
  } finally {
    await store.close();
  }
}, 300_000);
