import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkStore, openEmbeddedStore } from "@entente/server";
import { expect, test } from "vitest";
import { startCli, useFolder } from "./run-cli.ts";

const KILLS = 30;
const ARTICLES = 40;

/** Kills while an article is stored: after so many were acknowledged, and so many ms later; the same in each run. */
const acknowledgedBefore = (round: number): number => 1 + ((round * 7) % 25);
const delayOf = (round: number): number => (round * 13) % 40;

const PARTNERS = [
  "Brazil",
  "Chile",
  "Egypt",
  "France",
  "Ghana",
  "Japan",
  "Kenya",
  "Mexico",
  "Norway",
  "Peru",
];

/** A deal of its own in each: hundreds of reports of one deal would measure how they are joined, not what a kill leaves. */
function articleOf(round: number, number: number) {
  const year = 1981 + round;
  const [partner, day] = [PARTNERS[number % PARTNERS.length], 1 + Math.floor(number / PARTNERS.length) * 7];
  return {
    id: `${round}-${number}`,
    title: `${partner} and India sign trade agreement`,
    text: `NEW DELHI - ${partner} and India signed a trade agreement on ${day} May ${year}. Round ${round}, article ${number}.`,
    published: `${year}-06-15`,
  };
}

test("kill -9 during ingest, 30 times: what was acknowledged is there, and nothing is half there", async () => {
  const folder = useFolder();
  const data = join(folder, "data");
  const acknowledged = new Set<string>();
  let killed = 0;
  for (let round = 0; round < KILLS; round++) {
    const records = Array.from({ length: ARTICLES }, (_, i) => articleOf(round, i));
    const file = join(folder, "records.json");
    writeFileSync(file, JSON.stringify(records));
    const child = startCli(["ingest", file], { ENTENTE_DATA: data });
    let out = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      const before = out.split("\n").length;
      out += chunk.toString("utf8");
      const wanted = acknowledgedBefore(round);
      if (before <= wanted && out.split("\n").length > wanted) {
        setTimeout(() => child.kill("SIGKILL"), delayOf(round));
      }
    });
    await once(child, "close");
    if (child.signalCode === "SIGKILL") killed++;
    for (const [, id] of out.matchAll(/ in (document:[0-9a-f]{20})\n/g)) if (id) acknowledged.add(id);
  }
  expect(killed).toBe(KILLS);

  const store = await openEmbeddedStore({ folder: data });
  try {
    const { faults } = await checkStore(store);
    expect(faults).toEqual([]);
    const ids = [...acknowledged];
    const found = await store.documentsById(ids, null);
    expect(ids.filter((_, i) => !found[i])).toEqual([]);
    for (const id of ids) {
      expect(await store.documentText(id)).toContain("Round");
      expect((await store.claims({ document: id, version: null })).length).toBeGreaterThan(0);
    }
  } finally {
    await store.close();
  }
}, 300_000);
