import { ImportError } from "../import-error.ts";
import type { DataSetFile } from "../outcome.ts";
import { readRows } from "../read-rows.ts";
import { findTable } from "../tables/find-table.ts";
import { LAYOUTS, recognizeLayout, similarColumn } from "./layouts.ts";
import { mapRow } from "./map-row.ts";

const PRODUCER = "aiddata@1";
const EXPECTED = `a heading of ${LAYOUTS.map(({ release, columns }) => `AidData ${release} ("${columns.id}" …)`).join(" or ")}`;

/**
 * A release of AidData's data on Chinese finance: the .zip as published, the workbook in it, or a sheet saved as .csv.
 * Throws ImportError where no sheet has its columns, or has lost one that is needed.
 */
export async function openAidData(file: string): Promise<DataSetFile> {
  const { table, layout: recognized, close } = await findTable(file, recognizeLayout, EXPECTED);
  const { layout, missing } = recognized;
  const { release, title, url, columns } = layout;
  const needed = missing.filter(({ isRequired }) => isRequired).map(({ column }) => column);
  if (needed.length > 0) {
    close();
    const renamed = needed.flatMap((column) => similarColumn(column, table.columns) ?? []);
    const hint = renamed.length > 0 ? ` (it has ${renamed.map((name) => `"${name}"`).join(", ")})` : "";
    throw new ImportError(
      `${table.label}: got no column ${needed.map((name) => `"${name}"`).join(", ")}${hint}, expected the columns of AidData ${release}`,
    );
  }
  return {
    document: {
      type: "dataset",
      dataset: "aiddata-china",
      release,
      title,
      publisher: "AidData",
      licence: "ODC-By-1.0",
      url,
    },
    producer: PRODUCER,
    label: table.label,
    notes: missing.map(({ column }) => `no column "${column}": what it would say is left out`),
    rows: () =>
      readRows(table.rows(), {
        idColumn: columns.id,
        idExpected: "a record id, a whole number",
        readId: (text) => /^(\d{1,12})(?:\.0+)?$/u.exec(text)?.[1] ?? null,
        map: (raw, row) => mapRow(raw, row, layout),
      }),
    progress: table.progress,
    close,
  };
}
