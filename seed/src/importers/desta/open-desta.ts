import { ImportError } from "../import-error.ts";
import type { DataSetFile } from "../outcome.ts";
import { readRows } from "../read-rows.ts";
import { findTable } from "../tables/find-table.ts";
import type { RawRow } from "../tables/table.ts";
import { traceLineage } from "./lineage.ts";
import { mapRow } from "./map-row.ts";
import { COLUMNS } from "./treaty-row.ts";

const PRODUCER = "desta@1";
/** A list of all trade agreements has some two thousand rows; lineage needs them side by side. */
const MAX_ROWS = 50_000;

/**
 * The list of treaties of DESTA, the Design of Trade Agreements database, with members by column. Rows refer to each
 * other, so the file is read whole before the first is mapped.
 */
export async function openDesta(file: string): Promise<DataSetFile> {
  const wanted = [...Object.values(COLUMNS), "c1", "c2"];
  const recognize = (columns: readonly string[]): readonly string[] | null => {
    const missing = wanted.filter((name) => !columns.includes(name));
    return missing.length * 2 < wanted.length ? missing : null;
  };
  const quoted = wanted.map((name) => `"${name}"`).join(", ");
  const { table, layout: missing, close } = await findTable(file, recognize, `DESTA's columns ${quoted} …`);
  if (missing.length > 0) {
    close();
    const lacking = missing.map((name) => `"${name}"`).join(", ");
    throw new ImportError(`${table.label}: got no column ${lacking}, expected DESTA's columns ${quoted} …`);
  }
  return {
    document: {
      type: "dataset",
      dataset: "desta-members",
      release: "members",
      title: "DESTA: Design of Trade Agreements, list of treaties",
      publisher: "DESTA (Dür, Baccini, Elsig)",
      licence: "CC-BY-4.0",
      url: "https://www.designoftradeagreements.org/",
    },
    producer: PRODUCER,
    label: table.label,
    notes: [],
    progress: table.progress,
    async *rows() {
      const raws: RawRow[] = [];
      for await (const raw of table.rows()) {
        raws.push(raw);
        if (raws.length > MAX_ROWS)
          throw new ImportError(
            `${table.label}: got more than ${MAX_ROWS} rows, expected a list of treaties`,
          );
      }
      const lineage = traceLineage(raws);
      yield* readRows(raws, {
        idColumn: COLUMNS.number,
        idExpected: "a number such as 23, 23a, 23+1 or 23_1",
        readId: (text) => (/^\d+(?:[a-z]|[+_]\d+)?$/u.test(text) ? text : null),
        map: (raw, row) => mapRow(raw, row, lineage),
      });
    },
    close,
  };
}
