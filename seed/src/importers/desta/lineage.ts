import type { RawRow } from "../tables/table.ts";
import { COLUMNS, readParties, textOf, type TreatyParty } from "./treaty-row.ts";

/** What the rows of one file are to each other. */
export interface Lineage {
  readonly byNumber: ReadonlyMap<string, RawRow>;
  /** The treaty at the end of a chain of amendments; null where the chain leads nowhere or in a circle. */
  readonly rootOf: (number: string) => string | null;
  /** Who comes in by an accession, or goes by a withdrawal. */
  readonly movedBy: ReadonlyMap<string, readonly TreatyParty[]>;
  /** Numbers of withdrawals that leave fewer than two parties. */
  readonly endedBy: ReadonlySet<string>;
}

/** Later rows build on earlier ones: by year, and in one year as the file has them. */
const inTime = (a: RawRow, b: RawRow): number =>
  textOf(a, COLUMNS.year).localeCompare(textOf(b, COLUMNS.year)) || a.line - b.line;

export function traceLineage(rows: readonly RawRow[]): Lineage {
  const byNumber = new Map(rows.map((row) => [textOf(row, COLUMNS.number), row]));
  const rootOf = (number: string): string | null => {
    const seen = new Set<string>();
    for (let at = number; !seen.has(at); at = textOf(byNumber.get(at) ?? EMPTY, COLUMNS.group)) {
      const row = byNumber.get(at);
      if (!row) return null;
      if (textOf(row, COLUMNS.entry) === "base_treaty") return at;
      seen.add(at);
    }
    return null;
  };
  const current = new Map<string, Set<string>>();
  const partiesOf = (number: string): Set<string> => {
    const row = byNumber.get(number);
    const known = current.get(number) ?? new Set(row ? readParties(row).map(({ iso3 }) => iso3) : []);
    current.set(number, known);
    return known;
  };
  const movedBy = new Map<string, readonly TreatyParty[]>();
  const endedBy = new Set<string>();
  const moves = rows.filter((row) => ["accession", "withdrawal"].includes(textOf(row, COLUMNS.entry)));
  for (const row of moves.sort(inTime)) {
    const number = textOf(row, COLUMNS.number);
    const present = partiesOf(textOf(row, COLUMNS.group));
    const parties = readParties(row);
    const marked = parties.filter(({ mark }) => mark === "1");
    if (textOf(row, COLUMNS.entry) === "withdrawal") {
      movedBy.set(number, marked);
      for (const { iso3 } of marked) present.delete(iso3);
      if (present.size < 2) endedBy.add(number);
      continue;
    }
    const fresh = parties.filter(({ iso3 }) => !present.has(iso3));
    movedBy.set(number, fresh.length > 0 ? fresh : marked);
    for (const { iso3 } of parties) present.add(iso3);
  }
  return { byNumber, rootOf, movedBy, endedBy };
}

const EMPTY: RawRow = { line: 0, cells: {}, faults: [] };
