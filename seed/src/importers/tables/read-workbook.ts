import { ImportError } from "../import-error.ts";
import type { Archive } from "./open-archive.ts";
import { readXml } from "./read-xml.ts";

const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";
const STRINGS = "xl/sharedStrings.xml";
const STYLES = "xl/styles.xml";

/** Numbers of the built-in formats that show a date (ECMA-376 part 1, 18.8.30). */
const DATE_FORMATS = new Set([14, 15, 16, 17, 22]);
/** A format of a workbook's own that shows a day, a month or a year; words in quotes and colours aside. */
const SHOWS_DATE = /[dmy]/iu;
const NOT_FORMAT = /"[^"]*"|\[[^\]]*\]|\\./gu;
/** "mm:ss" is no date. */
const SHOWS_TIME_ONLY = /^[^dy]*[hs][^dy]*$/iu;

/** What a workbook says of its sheets before any of them is read. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly entry: string }[];
  readonly strings: readonly string[];
  /** By style number: true where its cells show dates. */
  readonly dateStyles: readonly boolean[];
  /** Day 0 of its dates. */
  readonly epoch: number;
}

export const isWorkbook = ({ names }: Archive): boolean => names.includes(WORKBOOK);

export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const targets = new Map<string, string>();
  await readXml(archive, RELATIONS, {
    ...NOTHING,
    open: (name, { Id, Target }) => {
      if (name === "Relationship" && Id && Target) targets.set(Id, Target);
    },
  });
  const sheets: { name: string; entry: string }[] = [];
  let epoch = Date.UTC(1899, 11, 30);
  await readXml(archive, WORKBOOK, {
    ...NOTHING,
    open: (name, attributes) => {
      if (name === "workbookPr" && /^(1|true)$/u.test(attributes.date1904 ?? ""))
        epoch = Date.UTC(1904, 0, 1);
      const target = targets.get(attributes["r:id"] ?? "");
      if (name === "sheet" && attributes.name !== undefined && target?.includes("worksheets/")) {
        sheets.push({
          name: attributes.name,
          entry: target.startsWith("/") ? target.slice(1) : `xl/${target}`,
        });
      }
    },
  });
  if (sheets.length === 0) throw new ImportError(`${archive.label}: got no sheet, expected at least one`);
  return { sheets, epoch, strings: await readStrings(archive), dateStyles: await readDateStyles(archive) };
}

const NOTHING = { open: () => undefined, close: () => undefined, text: () => undefined };

/** Texts that cells point at; guides to pronunciation (rPh) are no part of them. */
async function readStrings(archive: Archive): Promise<string[]> {
  if (!archive.names.includes(STRINGS)) return [];
  const strings: string[] = [];
  let [text, isText, isGuide] = ["", false, false];
  await readXml(archive, STRINGS, {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") isGuide = true;
      isText = name === "t" && !isGuide;
    },
    close: (name) => {
      if (name === "si") strings.push(text);
      if (name === "rPh") isGuide = false;
      isText = false;
    },
    text: (part) => {
      if (isText) text += part;
    },
  });
  return strings;
}

async function readDateStyles(archive: Archive): Promise<boolean[]> {
  if (!archive.names.includes(STYLES)) return [];
  const dateFormats = new Set(DATE_FORMATS);
  const styles: boolean[] = [];
  let isCellStyles = false;
  await readXml(archive, STYLES, {
    ...NOTHING,
    open: (name, { numFmtId, formatCode = "" }) => {
      const format = formatCode.replace(NOT_FORMAT, "");
      if (name === "numFmt" && SHOWS_DATE.test(format) && !SHOWS_TIME_ONLY.test(format)) {
        dateFormats.add(Number(numFmtId));
      }
      if (name === "cellXfs") isCellStyles = true;
      if (name === "xf" && isCellStyles) styles.push(dateFormats.has(Number(numFmtId)));
    },
    close: (name) => {
      if (name === "cellXfs") isCellStyles = false;
    },
  });
  return styles;
}
