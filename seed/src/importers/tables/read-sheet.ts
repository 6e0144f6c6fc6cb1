import type { Archive } from "./open-archive.ts";
import { passXml } from "./read-xml.ts";
import type { Workbook } from "./read-workbook.ts";
import type { SheetRow } from "./table.ts";

const DAY_MS = 86_400_000;
/** The last serial number of a day that Excel knows, 9999-12-31. */
const LAST_DAY = 2_958_465;
/** Wider than any sheet that Excel writes: a reference beyond is a fault of the file. */
const MAX_COLUMNS = 16_384;

/** "BB12" is column 53. */
function columnIndex(reference: string): number {
  let index = 0;
  for (const char of reference) {
    if (char < "A" || char > "Z") break;
    index = index * 26 + char.charCodeAt(0) - 64;
  }
  return index - 1;
}

interface Cell {
  readonly type: string;
  readonly style: number;
  readonly text: string;
}

function cellText({ type, style, text }: Cell, { strings, dateStyles, epoch }: Workbook): string {
  if (type === "s") return strings[Number(text)] ?? "";
  if (type !== "n" && type !== "") return text;
  const number = Number(text);
  if (text === "" || !Number.isFinite(number)) return text;
  if (dateStyles[style] === true && number > 0 && number <= LAST_DAY) {
    return new Date(epoch + Math.floor(number) * DAY_MS).toISOString().slice(0, 10);
  }
  // The file spells the binary number with 17 digits (0.10000000000000001); its shortest decimal is what was typed.
  const shortest = String(number);
  return shortest.includes("e") ? text : shortest;
}

/** The rows of a sheet of a workbook as it is read; days in date format become ISO dates. */
export async function* readSheet(
  archive: Archive,
  entry: string,
  workbook: Workbook,
): AsyncGenerator<SheetRow> {
  let rows: SheetRow[] = [];
  let texts: string[] = [];
  let [line, index, isValue] = [0, -1, false];
  let cell: Cell = { type: "", style: 0, text: "" };
  const passing = passXml(archive, entry, {
    open: (name, attributes) => {
      if (name === "row") {
        texts = [];
        index = -1;
        line = attributes.r === undefined ? line + 1 : Number(attributes.r);
      } else if (name === "c") {
        index = attributes.r === undefined ? index + 1 : columnIndex(attributes.r);
        cell = { type: attributes.t ?? "", style: Number(attributes.s ?? 0), text: "" };
      }
      isValue = name === "v" || (name === "t" && cell.type === "inlineStr");
    },
    close: (name) => {
      isValue = false;
      if (name === "c" && index < MAX_COLUMNS) {
        while (texts.length < index) texts.push("");
        texts[index] = cellText(cell, workbook);
      } else if (name === "row") rows.push({ line, texts, faults: [] });
    },
    text: (text) => {
      if (isValue) cell = { ...cell, text: cell.text + text };
    },
  });
  for await (const _ of passing) {
    yield* rows;
    rows = [];
  }
}
