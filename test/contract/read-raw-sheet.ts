import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";

/** The cells of one row as the file has them, by column name; blanks included. */
export type RawCells = Readonly<Record<string, string>>;

const unescape = (text: string): string =>
  text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, "&");

const textsIn = (xml: string): string =>
  unescape([...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => text).join(""));

/**
 * All rows of the first sheet of a workbook within a zip, read as plainly as it can be done: an independent witness
 * of what the importer makes of them.
 */
export function readRawSheet(zip: string): RawCells[] {
  const outer = unzipSync(readFileSync(zip), { filter: ({ name }) => /^[^_].*\.xlsx$/.test(name) });
  const [workbook] = Object.values(outer);
  if (!workbook) throw new Error(`${zip}: expected a workbook in it`);
  const parts = unzipSync(workbook);
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const strings = part("xl/sharedStrings.xml").split("<si>").slice(1).map(textsIn);
  const rows = part("xl/worksheets/sheet1.xml")
    .split("<row ")
    .slice(1)
    .map((row) =>
      Object.fromEntries(
        [...row.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(?:<v>([^<]*)<\/v>)?<\/c>)/g)].map(
          ([, letters = "", attributes = "", value = ""]) => [
            letters,
            attributes.includes('t="s"') ? (strings[Number(value)] ?? "") : value,
          ],
        ),
      ),
    );
  const [heading = {}, ...data] = rows;
  return data.map((row) =>
    Object.fromEntries(Object.entries(heading).map(([letters, name]) => [name, row[letters] ?? ""])),
  );
}
