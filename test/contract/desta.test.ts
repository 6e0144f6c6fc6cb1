import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openDesta } from "@entente/seed";
import { checkStore, importDataSet, type ImportReport } from "@entente/server";
import { beforeAll, expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { describeReference } from "../setup/reference.ts";
import { useServer, type Json } from "./use-server.ts";

const FILE = "data/DESTA_MEM.csv";
const IMPORT_TIMEOUT_MS = 10 * 60_000;
const LIST = `query ($filter: AgreementFilter, $first: Int = 20) {
  agreements(filter: $filter, first: $first, orderBy: { field: DATE, direction: ASC }) {
    count { value }
    nodes {
      name status amends { name }
      ladder { status on { text } claims { evidence { row columns } } }
      parties { party { id } period { start { text } end { text } } claims { evidence { row } } }
    }
  }
}`;

/** The rows of the file by column name: no cell of the columns read here holds a semicolon. */
function readRaw(file: string): Readonly<Record<string, string>>[] {
  const [heading = [], ...rows] = readFileSync(file, "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(";").map((cell) => cell.replace(/^"|"$/g, "")));
  return rows.map((cells) => Object.fromEntries(heading.map((name, i) => [name, cells[i] ?? ""])));
}

describeReference("DESTA's list of trade agreements", (folder) => {
  const file = join(folder, FILE);
  const rows = readRaw(file);
  const ofType = (...types: readonly string[]) =>
    rows.filter(({ entry_type = "" }) => types.includes(entry_type));

  describeEngines("once imported", (engine) => {
    const running = useServer(engine);
    let report: ImportReport | null = null;
    beforeAll(async () => {
      const opened = await openDesta(file);
      report = await importDataSet(running().store, opened);
      opened.close();
    }, IMPORT_TIMEOUT_MS);
    const list = async (filter: object, first = 20): Promise<Json> => {
      const { data, errors } = await running().ask(LIST, { filter, first });
      expect(errors).toEqual([]);
      return data.agreements ?? {};
    };
    const find = async (name: string): Promise<Json> => {
      const { nodes = [] } = await list({ text: name }, 100);
      return nodes.find((node) => String(node.name) === name) ?? {};
    };

    test("has its base treaties, negotiations and amendments as agreements, and no row twice", async () => {
      expect(report).toMatchObject({ read: rows.length, added: rows.length, skippedRows: 0, fault: null });
      const groups = new Set(ofType("base_treaty").map(({ base_treaty }) => base_treaty));
      const talks = ofType("negotiation").filter(({ base_treaty }) => !groups.has(base_treaty));
      const amendments = ofType("protocol or amendment");
      const numbers = new Set(amendments.map(({ number }) => `${number}a`));
      const onlyConsolidated = ofType("consolidated").filter(({ number = "" }) => !numbers.has(number));
      expect([groups.size, talks.length, amendments.length, onlyConsolidated.length]).toEqual([
        842, 81, 34, 1,
      ]);
      expect((await list({})).count?.value).toBe(842 + 81 + 34 + 1);
      expect((await list({ statuses: ["NEGOTIATING"] })).count?.value).toBe(81);
      const inForce = ofType("base_treaty").filter(({ entryforceyear }) => entryforceyear !== "NA");
      const found = await list({ statuses: ["IN_FORCE"], kinds: ["TRADE_AGREEMENT"] });
      expect(Number(found.count?.value)).toBeGreaterThanOrEqual(inForce.length);
    });

    test("leads every amendment to the treaty at the root of its chain", async () => {
      // 693 amends 694, which amends 23, which amends 27, which amends 26.
      const { amends } = await find("Andean Community Auto Agreement");
      expect(amends).toEqual([{ name: "Andean Group Cartagena Agreement" }]);
      const turkey = await find("EC Turkey Supplementary Protocol");
      expect(turkey.amends).toEqual([{ name: "EC Turkey Association Agreement (Ankara Agreement)" }]);
    });

    test("keeps accessions and withdrawals as times of parties, with the row that tells of them", async () => {
      const community = await find("African Economic Community");
      const joined = (community.parties ?? []).find(({ party }) => String(party?.id) === "country:ZAF");
      expect(joined).toMatchObject({
        period: { start: { text: "1997" }, end: null },
        claims: [{ evidence: { row: "3+1" } }],
      });
      const lisbon = await find("EC Lisbon");
      const left = (lisbon.parties ?? []).find(({ party }) => String(party?.id) === "country:GBR");
      expect(left).toMatchObject({ period: { start: null, end: { text: "2020" } } });
      expect((lisbon.parties ?? []).filter(({ period }) => period?.end != null)).toHaveLength(1);
    });

    test("dates the rungs by the years of the list", async () => {
      const { ladder, status } = await find("Afghanistan India");
      expect(status).toBe("IN_FORCE");
      expect(ladder).toMatchObject([
        {
          status: "SIGNED",
          on: { text: "2003" },
          claims: [{ evidence: { row: "1", columns: ["entry_type", "year"] } }],
        },
        { status: "IN_FORCE", on: { text: "2003" } },
      ]);
    });

    test("changes nothing when it is imported again, and is a sound store", async () => {
      const before = await running().store.dataVersion();
      const opened = await openDesta(file);
      const again = await importDataSet(running().store, opened);
      opened.close();
      expect(again).toMatchObject({ added: 0, changed: 0, unchanged: rows.length });
      expect(await running().store.dataVersion()).toEqual(before);
      expect((await checkStore(running().store)).faults).toEqual([]);
    });
  });
});
