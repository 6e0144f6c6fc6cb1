import { UsageError } from "../errors.ts";
import { textOption, type Command, type Invocation } from "./command.ts";
import { importFile, type Source } from "./import-file.ts";
import { importLines } from "./import-lines.ts";

const KINDS = ["aiddata", "desta", "table", "jsonl"] as const;

export const importCommand: Command = {
  name: "import",
  help: `Usage: entente import aiddata FILE [OPTIONS]
       entente import desta FILE [OPTIONS]
       entente import table FILE --map MAP.json [OPTIONS]
       entente import jsonl FILE

Reads a data set, row by row, and stores what the rows state, with row and columns as evidence; every row's cells are
kept. Rows that are stored just so change nothing: after a broken off import, or when the file was mended, the same
command adds what is missing. Prints what was imported, what was skipped and why, and what could not be read.

  aiddata FILE        AidData's Chinese finance: version 1.0, and Global Chinese Development Finance 2.0 and 3.0; the
                      .zip or .xlsx as published, or the sheet saved as .csv
  desta FILE          the list of trade agreements of DESTA, with members by UN M49 codes
  table FILE          any .csv or .xlsx, by a map that says what its columns mean; docs/import-table.md explains it
  jsonl FILE          what entente export --format jsonl wrote, into an empty store: documents, claims, states of all
                      versions, merges, reviews and audit log. A file that was cut off or changed is refused.

  --map FILE          the map of a table
  --dry-run           shows what the first rows would state, and stores nothing
  --report FILE       writes each warning and each skipped row to a new file, one line of JSON each

The exit code is 1 where a row was skipped or the file could not be read to its end.`,
  options: { report: { type: "string" }, map: { type: "string" }, "dry-run": { type: "boolean" } },
  run: async (invocation, io) => {
    const [named, file, ...more] = invocation.positionals;
    const kind = KINDS.find((known) => known === named);
    if (!kind) throw new UsageError(`got ${named ?? "nothing"}, expected ${KINDS.join(", ")} and a file`);
    if (file === undefined || more.length > 0) {
      throw new UsageError(`got ${more.length > 0 ? 1 + more.length : "no"} files, expected one`);
    }
    if (kind === "jsonl") return await importLines(file, io);
    const request = {
      source: readSource(kind, invocation),
      report: textOption(invocation, "report"),
      isDryRun: invocation.values["dry-run"] === true,
    };
    return await importFile(file, request, io);
  },
};

function readSource(kind: Source["kind"], invocation: Invocation): Source {
  const map = textOption(invocation, "map");
  if (kind === "table") {
    if (map !== undefined) return { kind, map };
    throw new UsageError("--map: got nothing, expected a file that says what the columns mean");
  }
  if (map !== undefined) throw new UsageError(`--map: got ${map} with ${kind}, expected it with table`);
  return { kind };
}
