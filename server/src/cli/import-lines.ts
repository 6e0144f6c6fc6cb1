import { countJsonLines, readJsonLines } from "../export/read-json-lines.ts";
import type { Io } from "./command.ts";
import { countRows } from "./count-rows.ts";
import { requireReadable } from "./read-file-bytes.ts";
import { withStore } from "./with-store.ts";

/** Reads an export of a whole store into an empty one. The file is read through first: it is stored whole or not at all. */
export async function importLines(file: string, io: Io): Promise<number> {
  await requireReadable(file);
  await countJsonLines(file);
  const rows = await withStore(io, (store) => store.load(countRows(readJsonLines(file), io)));
  io.progress(null);
  io.out(`${rows} rows read from ${file}`);
  return 0;
}
