import { ImportError } from "../import-error.ts";
import type { DataSetFile } from "../outcome.ts";
import { readRows } from "../read-rows.ts";
import { findTable } from "../tables/find-table.ts";
import { mapRow } from "./map-row.ts";
import { mappedColumns, type TableMap } from "./table-map.ts";

const PRODUCER = "table@1";
const MAX_ID_LENGTH = 200;

/** Anyone's spreadsheet, by a map of its columns. Throws ImportError where it lacks a column that the map names. */
export async function openMapped(file: string, map: TableMap): Promise<DataSetFile> {
  const wanted = mappedColumns(map);
  const recognize = (columns: readonly string[]): readonly string[] | null =>
    columns.includes(map.id) ? wanted.filter((name) => !columns.includes(name)) : null;
  const expected = `a column "${map.id}", the map's id`;
  const { table, layout: missing, close } = await findTable(file, recognize, expected);
  const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");
  if (missing.length > 0) {
    close();
    throw new ImportError(
      `${table.label}: got no column ${quoted(missing)}, expected all that the map names; it has ${quoted(table.columns)}`,
    );
  }
  const { id: dataset, release, title, publisher, licence, url } = map.dataset;
  return {
    document: { type: "dataset", dataset, release, title, publisher, licence, ...(url && { url }) },
    producer: PRODUCER,
    label: table.label,
    notes: [],
    progress: table.progress,
    rows: () =>
      readRows(table.rows(), {
        idColumn: map.id,
        idExpected: `an id of up to ${MAX_ID_LENGTH} characters`,
        readId: (text) => (text !== "" && text.length <= MAX_ID_LENGTH ? text : null),
        map: (raw, row) => mapRow(raw, row, map),
      }),
    close,
  };
}
