import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  openAidData,
  openDesta,
  openMapped,
  parseTableMap,
  type DataSetFile,
  type Warning,
} from "@entente/seed";
import { importDataSet, loadReference, type ImportReport } from "@entente/server";
import { strToU8, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { runCli, useFolder } from "./run-cli.ts";
import { useStore } from "./use-store.ts";

const COLUMNS = [
  "project_id",
  "recommended_for_research",
  "umbrella",
  "year",
  "year_uncertain",
  "donor",
  "all_recipients",
  "recipient_iso3",
  "recipient_count",
  "title",
  "status",
  "flow",
  "amount",
  "currency",
  "usd_current",
  "usd_defl_2014",
  "crs_sector_code",
  "start_actual",
  "end_actual",
] as const;
type Cells = Partial<Record<(typeof COLUMNS)[number], string>>;

const GOOD: Cells = {
  recommended_for_research: "1",
  umbrella: "0",
  year: "2010",
  year_uncertain: "0",
  donor: "China",
  all_recipients: "Kenya",
  recipient_iso3: "KEN",
  recipient_count: "1",
  title: "A road",
  status: "Completion",
  flow: "Grant",
  amount: "700",
  currency: "CNY",
  usd_current: "100",
  usd_defl_2014: "120",
  crs_sector_code: "210",
  start_actual: "",
  end_actual: "",
};
const row = (id: string, cells: Cells = {}): string[] =>
  COLUMNS.map((column) => ({ ...GOOD, project_id: id, ...cells })[column] ?? "");
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (
  rows: readonly (readonly string[])[],
  heading: readonly string[] = COLUMNS,
  end = "\n",
): string => [heading, ...rows].map((cells) => cells.map(quoted).join(",") + end).join("");

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const letters = (index: number): string => String.fromCharCode(65 + index);
const sheetXml = (rows: readonly (readonly string[])[]): Uint8Array =>
  strToU8(
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
      .map((cells, i) => {
        const texts = cells.map(
          (cell, j) => `<c r="${letters(j)}${i + 1}" t="inlineStr"><is><t>${escape(cell)}</t></is></c>`,
        );
        return `<row r="${i + 1}">${texts.join("")}</row>`;
      })
      .join("")}</sheetData></worksheet>`,
  );

/** A small workbook of these sheets. */
function workbook(sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Uint8Array {
  const entries = Object.entries(sheets);
  const list = entries.map(([name], i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const relations = entries.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  return zipSync({
    "xl/workbook.xml": strToU8(
      `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${list.join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(`<Relationships>${relations.join("")}</Relationships>`),
    ...Object.fromEntries(
      entries.map(([, rows], i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(rows)] as const),
    ),
  });
}

const folder = useFolder();
const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe("a file that cannot be AidData's", () => {
  const whole = workbook({ Data: [[...COLUMNS], row("1")] });
  const renamed = COLUMNS.map((column) => (column === "status" ? "Status" : column));
  const files: readonly {
    readonly what: string;
    readonly name: string;
    readonly content: string | Uint8Array;
    readonly message: RegExp;
  }[] = [
    {
      what: "is cut off",
      name: "cut.zip",
      content: whole.subarray(0, whole.length - 40),
      message: /got a damaged or cut off archive .* expected a whole/,
    },
    { what: "is empty", name: "empty.csv", content: "", message: /is empty, expected a heading/ },
    {
      what: "is binary",
      name: "binary.csv",
      content: Buffer.from([1, 0, 2, 0, 3]),
      message: /got binary data/,
    },
    {
      what: "has another sheet",
      name: "sheet.xlsx",
      content: workbook({ Notes: [["Read me"], ["x"]] }),
      message: /sheet "Notes" begins with "Read me".*expected a heading of AidData/,
    },
    {
      what: "holds no workbook",
      name: "letters.zip",
      content: zipSync({ "a.txt": strToU8("a") }),
      message: /got an archive of a\.txt, expected an \.xlsx/,
    },
    {
      what: "renamed a column",
      name: "renamed.csv",
      content: csv([row("1")], renamed),
      message: /got no column "status" \(it has "Status"\)/,
    },
    {
      what: "lost a column",
      name: "lost.csv",
      content: csv(
        [row("1")],
        COLUMNS.map((each) => (each === "donor" ? "x" : each)),
      ),
      message: /got no column "donor"/,
    },
  ];
  test.each(files)("because it $what is refused in words that say so", async ({ name, content, message }) => {
    await expect(openAidData(write(name, content))).rejects.toThrow(message);
  });

  test("is refused by the command line without a trace of code, and nothing is stored", async () => {
    const file = write("cut-again.zip", whole.subarray(0, 200));
    const run = await runCli(["import", "aiddata", file], { env: { ENTENTE_DATA: join(folder, "none") } });
    expect([run.code, run.out]).toEqual([1, ""]);
    expect(run.err).toMatch(/cut-again\.zip: got a damaged or cut off archive/);
    expect(run.err).not.toMatch(/\n\s+at |node_modules/);
  });
});

interface Oddity {
  readonly what: string;
  readonly cells: Cells;
  readonly warning: Partial<Warning>;
  /** The amount that remains, as "amount currency"; null where none does. */
  readonly amount: string | null;
}
const ODDITIES: readonly Oddity[] = [
  {
    what: "commas between thousands",
    cells: { amount: "105,263,158" },
    warning: {
      column: "amount",
      value: "105,263,158",
      expected: "a number such as 105263158 or 105263158.25",
    },
    amount: "105263158 CNY",
  },
  {
    what: "a blank of spaces",
    cells: { amount: " ", currency: " ", usd_current: " ", usd_defl_2014: " " },
    warning: { kind: "blank of spaces", column: "amount", value: " ", expected: "an empty cell" },
    amount: null,
  },
  {
    what: "a negative amount",
    cells: { amount: "-700", usd_current: "-100" },
    warning: { kind: "unreadable amount", column: "amount", value: "-700" },
    amount: null,
  },
  {
    what: "an unknown currency",
    cells: { currency: " D" },
    warning: {
      kind: "unknown currency",
      column: "currency",
      value: " D",
      expected: "an ISO 4217 code such as USD",
    },
    amount: "100 USD",
  },
  {
    what: "a year of five digits",
    cells: { year: "20014" },
    warning: {
      kind: "unreadable year",
      column: "year",
      value: "20014",
      expected: "a year from 1500 to 2100",
    },
    amount: "700 CNY",
  },
  {
    what: "an unknown country",
    cells: { all_recipients: "Atlantis", recipient_iso3: "ATL" },
    warning: { kind: "unknown country", column: "recipient_iso3", value: "ATL" },
    amount: "700 CNY",
  },
  {
    what: "an end before the commitment",
    cells: { end_actual: "2009-02-03" },
    warning: {
      kind: "before the commitment",
      column: "end_actual",
      value: "2009-02-03",
      expected: "a day in or after 2010",
    },
    amount: "700 CNY",
  },
];

describeEngines("rows with faults", (engine) => {
  const opened = useStore(engine);
  beforeAll(async () => {
    await loadReference(opened().store);
  });
  const importOf = async (file: DataSetFile): Promise<{ report: ImportReport; warnings: Warning[] }> => {
    const warnings: Warning[] = [];
    try {
      const report = await importDataSet(opened().store, file, {
        onWarning: (warning) => warnings.push(warning),
      });
      return { report, warnings };
    } finally {
      file.close();
    }
  };
  const importCsv = (name: string, content: string | Uint8Array) =>
    openAidData(write(`${engine.name}-${name}`, content)).then(importOf);
  const amountsOf = async (id: string): Promise<string[]> => {
    const asked = { version: null, words: ["aiddata"], limit: 1, after: null };
    const [document] = (await opened().store.documents(asked)).items;
    const claims = await opened().store.claims({ document: document?.id ?? "", version: null });
    return claims
      .filter(({ evidence }) => "row" in evidence && evidence.row === id)
      .flatMap(({ value }) =>
        value.type === "money" ? [`${value.money.amount} ${value.money.currency}`] : [],
      );
  };
  const agreements = async (): Promise<number> => (await opened().store.dataVersion()).agreements;

  test("go in beside the good ones, each with a warning of row, column, value and what was expected", async () => {
    const rows = ODDITIES.flatMap(({ cells }, i) => [row(`${100 + i}`, cells), row(`${200 + i}`)]);
    const { report, warnings } = await importCsv("odd.csv", csv(rows));
    expect(report).toMatchObject({
      read: 2 * ODDITIES.length,
      added: 2 * ODDITIES.length,
      skippedRows: 0,
      fault: null,
    });
    for (const [i, { what, warning, amount }] of ODDITIES.entries()) {
      const own = warnings.filter((each) => each.row === `${100 + i}`);
      expect([what, own]).toEqual([
        what,
        expect.arrayContaining([expect.objectContaining({ ...warning, line: 2 * i + 2 })]),
      ]);
      expect([what, await amountsOf(`${100 + i}`)]).toEqual([what, amount === null ? [] : [amount]]);
    }
    expect(warnings.filter(({ row: id }) => id.startsWith("2"))).toEqual([]);
  });

  test("are read though lines end in CR alone and letters are not UTF-8", async () => {
    const text = csv([row("301", { title: "Lycée de l'Amitié" }), row("302")], COLUMNS, "\r");
    const { report, warnings } = await importCsv("cr.csv", Buffer.from(text, "latin1"));
    expect([report.read, report.added, report.fault]).toEqual([2, 2, null]);
    expect(warnings).toMatchObject([
      {
        row: "301",
        line: 2,
        column: "title",
        value: "Lycée de l'Amitié",
        expected: "UTF-8; read as windows-1252",
      },
    ]);
  });

  test("are skipped where they could not be found again or say no status, and go in once they are mended", async () => {
    const before = await agreements();
    const bad = [row("401"), row("401"), row(""), row("402", { status: "Who knows" }), row("403")];
    const first = await importCsv("skipped.csv", csv(bad));
    expect(first.report).toMatchObject({ read: 5, added: 2, skippedRows: 3 });
    expect(first.warnings).toMatchObject([
      {
        line: 3,
        row: "401",
        column: "project_id",
        value: "401",
        expected: "an id of its own; line 2 has it",
      },
      { line: 4, row: "", column: "project_id", value: "" },
      { line: 5, row: "402", column: "status", value: "Who knows" },
    ]);
    const mended = [row("401"), row("404"), row("405"), row("402"), row("403")];
    const second = await importCsv("mended.csv", csv(mended));
    expect(second.report).toMatchObject({ read: 5, added: 3, changed: 0, unchanged: 2, skippedRows: 0 });
    expect((await agreements()) - before).toBe(5);
  });

  test("do not hide where a file breaks off: what stands before goes in, and the rest with the whole file", async () => {
    const whole = csv([row("501"), row("502"), row("503", { title: 'Says "yes"' })]);
    const cut = whole.slice(0, whole.indexOf('yes""'));
    const first = await importCsv("cut.csv", cut);
    expect(first.report).toMatchObject({ read: 2, added: 2 });
    expect(first.report.fault).toMatch(/got a quoted cell that never ends/);
    const second = await importCsv("whole.csv", whole);
    expect(second.report).toMatchObject({ read: 3, added: 1, unchanged: 2, fault: null });
  });

  test("change what they said when a cell is mended", async () => {
    await importCsv("currency.csv", csv([row("601", { currency: "Yen?" })]));
    expect(await amountsOf("601")).toEqual(["100 USD"]);
    const { report } = await importCsv("currency.csv", csv([row("601", { currency: "JPY" })]));
    expect(report).toMatchObject({ added: 0, changed: 1 });
    expect(await amountsOf("601")).toEqual(["700 JPY"]);
  });

  test("of a workbook are found on whichever sheet has the heading, below a title too", async () => {
    const data = [
      ["AidData"],
      [...COLUMNS],
      row("701", { title: "Dam & <locks>" }),
      row("702", { year: "20014" }),
    ];
    const { report, warnings } = await importCsv("book.xlsx", workbook({ Notes: [["Read me"]], Data: data }));
    expect([report.read, report.added]).toEqual([2, 2]);
    expect(warnings).toMatchObject([{ row: "702", line: 4, column: "year", value: "20014" }]);
  });

  test("of anyone's spreadsheet are told by the map's columns, and a map that does not fit is refused", async () => {
    const map = {
      dataset: { id: "ports", release: "1", title: "Ports", publisher: "Test", licence: "CC0-1.0" },
      id: "No",
      kind: { is: "loan" },
      status: { column: "Stage", words: { Paid: "completed" } },
      date: "Day",
      parties: [{ column: "Who", separator: "/", organizations: true }],
      amount: { column: "Millions", currency: { is: "EUR" }, unit: 1_000_000 },
    };
    const file = write(
      `${engine.name}-ports.csv`,
      "No;Stage;Day;Who;Millions\nA;Paid;2014-03;Kenya/Port Bank;1.5\nB;Lost;2014;Kenya;2\nC;signed;soon;Peru;-1\n",
    );
    const { report, warnings } = await importOf(
      await openMapped(file, parseTableMap("map", JSON.stringify(map))),
    );
    expect(report).toMatchObject({ read: 3, added: 2, skippedRows: 1 });
    expect(warnings).toMatchObject([
      { row: "B", column: "Stage", value: "Lost" },
      { row: "C", column: "Day", value: "soon" },
      { row: "C", column: "Millions", value: "-1" },
    ]);
    const wrong = parseTableMap("map", JSON.stringify({ ...map, date: "When" }));
    await expect(openMapped(file, wrong)).rejects.toThrow(/got no column "When".*it has "No", "Stage"/);
    expect(() => parseTableMap("map.json", JSON.stringify({ ...map, kind: { is: "lone" } }))).toThrow(
      /map\.json: kind/,
    );
    expect(() => parseTableMap("map.json", "{")).toThrow(/malformed JSON/);
  });

  test("of a list of treaties name the code, the year and the treaty that nobody knows", async () => {
    const heading = "number;base_treaty;name;entry_type;year;entryforceyear;c1;c2;mc1;mc2\n";
    const rows =
      "1;1;Kenya Peru;base_treaty;2003;20014;404;604;0;0\n2;2;Kenya;base_treaty;2004;NA;404;999;0;0\n3;9;Lost;protocol or amendment;2004;NA;404;604;0;0\n";
    const { report, warnings } = await importOf(
      await openDesta(write(`${engine.name}-desta.csv`, heading + rows)),
    );
    expect(report).toMatchObject({ read: 3, added: 2, skippedRows: 1 });
    expect(warnings).toMatchObject([
      { row: "1", column: "entryforceyear", value: "20014" },
      { row: "2", column: "c2", value: "999" },
      { row: "3", column: "base_treaty", value: "9", expected: "the number of a row of this file" },
    ]);
  });
});
