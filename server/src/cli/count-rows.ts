import type { DumpRow } from "../store/graph-store.ts";
import type { Io } from "./command.ts";

/** How often progress is shown, in rows. */
const PROGRESS_ROWS = 500;

/** The same rows, with how many there were shown on the way. */
export async function* countRows(
  rows: AsyncIterable<DumpRow>,
  { progress }: Pick<Io, "progress">,
): AsyncIterable<DumpRow> {
  let count = 0;
  for await (const row of rows) {
    count++;
    if (count % PROGRESS_ROWS === 0) progress(`${count} rows`);
    yield row;
  }
}
