import type { RowOutcome, Warning } from "./outcome.ts";
import type { RawRow } from "./tables/table.ts";

/** How a table's rows become facts; `row` is the record id, unique in the table. */
export interface RowMapping {
  readonly idColumn: string;
  readonly idExpected: string;
  /** The id that a cell gives; null where it gives none. */
  readonly readId: (text: string) => string | null;
  readonly map: (raw: RawRow, row: string) => RowOutcome;
}

/** Maps row by row; a row without an id of its own is skipped, for it could not be found again. */
export async function* readRows(
  rows: AsyncIterable<RawRow> | Iterable<RawRow>,
  mapping: RowMapping,
): AsyncGenerator<RowOutcome> {
  const { idColumn, idExpected, readId, map } = mapping;
  const lines = new Map<string, number>();
  for await (const raw of rows) {
    const text = raw.cells[idColumn] ?? "";
    const row = readId(text.trim());
    const skip = (kind: string, expected: string): RowOutcome => {
      return skipRow(raw, { kind, row: row ?? "", column: idColumn, value: text, expected });
    };
    const earlier = lines.get(row ?? "");
    if (row === null) yield skip("no record id", idExpected);
    else if (earlier !== undefined)
      yield skip("record id used twice", `an id of its own; line ${earlier} has it`);
    else {
      lines.set(row, raw.line);
      yield map(raw, row);
    }
  }
}

export function skipRow(raw: RawRow, reason: Omit<Warning, "line">): RowOutcome {
  return { type: "skipped", line: raw.line, reason: { ...reason, line: raw.line } };
}
