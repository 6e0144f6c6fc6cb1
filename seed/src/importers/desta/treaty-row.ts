import { readYear, YEAR_EXPECTED } from "../cells/read-date.ts";
import type { Cell, RowFacts } from "../row-facts.ts";
import type { RawRow } from "../tables/table.ts";
import { findByM49 } from "./m49.ts";
import type { FuzzyDate } from "@entente/graph-schema";

/** A column c1, c2 … holds a party, and mc1, mc2 … how it is one. */
const PARTY_COLUMN = /^c\d+$/u;
const MISSING = "NA";

export const COLUMNS = {
  number: "number",
  group: "base_treaty",
  name: "name",
  entry: "entry_type",
  year: "year",
  inForce: "entryforceyear",
} as const;

export interface TreatyParty {
  readonly iso3: string;
  readonly column: string;
  /** DESTA's mark of the party in this row: "1" is one that the row is about. */
  readonly mark: string;
}

/** "NA" is how the file writes nothing. */
export function textOf({ cells }: RawRow, column: string): string {
  const text = (cells[column] ?? "").trim();
  return text === MISSING ? "" : text;
}

const rawCell = (raw: RawRow, column: string): Cell => ({
  column,
  text: textOf(raw, column),
  raw: raw.cells[column] ?? "",
});

/** The countries of a row, in its order; codes that nobody has are warned of. */
export function readParties(raw: RawRow, warn?: RowFacts["warn"]): TreatyParty[] {
  return Object.keys(raw.cells)
    .filter((column) => PARTY_COLUMN.test(column))
    .flatMap((column) => {
      const code = textOf(raw, column);
      if (code === "") return [];
      const iso3 = findByM49(code);
      if (iso3 === undefined) {
        warn?.("unknown country", rawCell(raw, column), "a UN M49 code of a country, such as 356");
        return [];
      }
      return [{ iso3, column, mark: textOf(raw, `m${column}`) }];
    });
}

export function readYearCell(raw: RawRow, column: string, warn?: RowFacts["warn"]): FuzzyDate | null {
  const text = textOf(raw, column);
  const year = text === "" ? null : readYear(text);
  if (text !== "" && !year) warn?.("unreadable year", rawCell(raw, column), YEAR_EXPECTED);
  return year;
}
