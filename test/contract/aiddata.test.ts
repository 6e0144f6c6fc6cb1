import { join } from "node:path";
import { openAidData } from "@entente/seed";
import { checkStore, importDataSet, type ImportReport } from "@entente/server";
import { Big } from "big.js";
import { beforeAll, describe, expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { describeReference } from "../setup/reference.ts";
import { QUESTIONS } from "./analyst-questions.ts";
import { readRawSheet, type RawCells } from "./read-raw-sheet.ts";
import { useServer, type Json } from "./use-server.ts";

const FILE = "data/GlobalChineseOfficialFinanceDataset_v1.0.zip";
/** Ten times what it takes on a machine with nothing else to do. */
const IMPORT_TIMEOUT_MS = 20 * 60_000;
const STOPPED = ["ENDED", "SUSPENDED", "NOT_CONCLUDED", "NOT_FOR_AGGREGATES"];

const TOTAL = `query ($include: [ExclusionReason!]) {
  total(include: $include) { amount matching counted exclusions { reason count amount } }
}`;
const dollars = (amount: string | undefined): string => new Big(amount ?? 0).toFixed(0);
const billions = (amount: string | undefined): string => new Big(amount ?? 0).div(1e9).toFixed(1);

describeReference("AidData's Chinese official finance 1.0", (folder) => {
  const zip = join(folder, FILE);
  let rows: RawCells[] = [];
  beforeAll(() => {
    rows = readRawSheet(zip);
  });

  describeEngines("once imported", (engine) => {
    const running = useServer(engine);
    const importFile = async (): Promise<ImportReport> => {
      const file = await openAidData(zip);
      try {
        return await importDataSet(running().store, file);
      } finally {
        file.close();
      }
    };
    const total = async (include: readonly string[] = []): Promise<Json> => {
      const { data, errors } = await running().ask(TOTAL, { include });
      expect(errors).toEqual([]);
      return data.total ?? {};
    };
    let report: ImportReport | null = null;
    beforeAll(async () => {
      report = await importFile();
    }, IMPORT_TIMEOUT_MS);

    test("has every row, and says what could not be read", async () => {
      expect(report).toMatchObject({ read: 5466, added: 5466, changed: 0, unchanged: 0, skippedRows: 0 });
      const counts = Object.fromEntries(
        (report?.warnings ?? []).map(({ kind, column, count }) => [`${kind}: ${column}`, count]),
      );
      expect(counts).toMatchObject({
        "unknown currency: currency": 23,
        "sector without an equivalent: crs_sector_code": 2524,
      });
      const { agreements } = await running().store.dataVersion();
      expect(agreements).toBe(5466);
    });

    test("sums to the dollar what counts, and tells what does not and why", async () => {
      const found = await total();
      expect([found.matching, found.counted, dollars(found.amount)]).toEqual([5466, 2676, "283968456459"]);
      const reasons = Object.fromEntries(
        (found.exclusions ?? []).map(({ reason = "", count, amount }) => [
          String(reason),
          [count, billions(amount)],
        ]),
      );
      expect(reasons).toEqual({
        ENDED: [26, "13.0"],
        SUSPENDED: [18, "10.8"],
        NOT_CONCLUDED: [701, "202.1"],
        NOT_FOR_AGGREGATES: [348, "196.1"],
        NO_AMOUNT: [1697, "0.0"],
      });
      const everything = await total(STOPPED);
      expect([everything.counted, dollars(everything.amount)]).toEqual([3515, "705931332720"]);
    });

    test("counts the rows of several recipients once each, under each of them", async () => {
      const shared = rows.filter((row) => Number(row.recipient_count) > 1);
      expect(shared).toHaveLength(69);
      const query = `query ($filter: AgreementFilter) {
        agreements(filter: $filter, first: 100) { nodes { name parties { role party { id } } } }
      }`;
      const filter = { partiesAll: ["country:KEN", "country:TZA", "region:002"] };
      const { data } = await running().ask(query, { filter });
      const expected = shared.filter(({ all_recipients }) =>
        ["Kenya", "Tanzania", "Africa, regional"].every((name) => all_recipients?.includes(name)),
      );
      expect(expected.length).toBeGreaterThan(0);
      expect((data.agreements?.nodes ?? []).map(({ name }) => name).sort()).toEqual(
        expected.map(({ title }) => title?.trim()).sort(),
      );
    });

    test("leads each amount to its row and columns", async () => {
      const row = rows.find(({ currency, usd_current }) => currency === "CNY" && usd_current?.trim() !== "");
      const query = `query ($filter: AgreementFilter) { agreements(filter: $filter, first: 100) { nodes { values {
        amount currency claims { status evidence { row columns quote document { publisher } } }
      } } } }`;
      const words = row?.title
        ?.split(/[^\p{L}\p{N}]+/u)
        .slice(0, 8)
        .join(" ");
      const { data, errors } = await running().ask(query, { filter: { text: words } });
      expect(errors).toEqual([]);
      const values = (data.agreements?.nodes ?? []).flatMap(({ values = [] }) => [...values]);
      const evidence = values.flatMap(({ claims = [] }) => claims.map((claim) => claim.evidence));
      const own = evidence.find((each) => each?.row === row?.project_id);
      expect(own).toMatchObject({
        columns: ["amount", "currency", "usd_current", "usd_defl_2014"],
        document: { publisher: "AidData" },
      });
      expect(own?.quote).toContain(`currency: CNY`);
    });

    test(
      "changes nothing when it is imported again",
      async () => {
        const before = await running().store.dataVersion();
        const again = await importFile();
        expect(again).toMatchObject({ read: 5466, added: 0, changed: 0, unchanged: 5466 });
        expect(await running().store.dataVersion()).toEqual(before);
      },
      IMPORT_TIMEOUT_MS,
    );

    test(
      "is a sound store",
      async () => {
        expect((await checkStore(running().store)).faults).toEqual([]);
      },
      IMPORT_TIMEOUT_MS,
    );

    describe("answers an analyst as the file itself does:", () => {
      test.each(QUESTIONS)("$asks", async ({ query, variables, read, count }) => {
        const { data, errors } = await running().ask(query, variables);
        expect(errors).toEqual([]);
        expect(read(data)).toEqual(count(rows));
      });
    });
  });
});
