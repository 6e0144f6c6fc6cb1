import type { Parameters, RunStatement } from "./row.ts";

/** Rows of one UNWIND: larger ones gain nothing and hold more memory in the server. */
const ROWS_PER_STATEMENT = 1_000;

export interface BatchWrite {
  readonly rows: readonly Parameters[];
  readonly parameters?: Parameters;
  readonly rowsPerStatement?: number;
}

/** Runs a statement that begins with `UNWIND $rows AS row` over all rows, some at a time; none for no rows. */
export async function writeInBatches(run: RunStatement, text: string, write: BatchWrite): Promise<void> {
  const { rows, parameters = {}, rowsPerStatement = ROWS_PER_STATEMENT } = write;
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await run(text, { ...parameters, rows: rows.slice(start, start + rowsPerStatement) });
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorted by key, so that writers take locks in one order. */
export const byKey = <T>(rows: readonly T[], key: (row: T) => string): T[] =>
  [...rows].sort((a, b) => compare(key(a), key(b)));
