import { UsageError } from "../errors.ts";
import { countJsonLines, readJsonLines } from "../export/read-json-lines.ts";
import type { Command } from "./command.ts";
import { countRows } from "./count-rows.ts";
import { requireReadable } from "./read-file-bytes.ts";
import { withStore } from "./with-store.ts";

export const importCommand: Command = {
  name: "import",
  help: `Usage: entente import jsonl FILE

Reads a file that entente export --format jsonl wrote into an empty store: documents, claims, states of all versions,
merges, reviews and audit log. The file is read through first; one that was cut off or changed is refused, and nothing
is stored.`,
  options: {},
  run: async ({ positionals: [kind, file, ...more] }, io) => {
    if (kind !== "jsonl") throw new UsageError(`got ${kind ?? "nothing"}, expected jsonl and a file`);
    if (file === undefined || more.length > 0) {
      throw new UsageError(`got ${more.length > 0 ? 1 + more.length : "no"} files, expected one`);
    }
    await requireReadable(file);
    await countJsonLines(file);
    const rows = await withStore(io, (store) => store.load(countRows(readJsonLines(file), io)));
    io.progress(null);
    io.out(`${rows} rows read from ${file}`);
    return 0;
  },
};
