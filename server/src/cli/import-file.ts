import { readFile } from "node:fs/promises";
import {
  ImportError,
  openAidData,
  openDesta,
  openMapped,
  parseTableMap,
  type DataSetFile,
} from "@entente/seed";
import { InvalidInputError } from "../errors.ts";
import { importDataSet, loadReference } from "../ingest/index.ts";
import type { Io } from "./command.ts";
import { describeImport } from "./describe-import.ts";
import { openReport } from "./open-report.ts";
import { previewRows } from "./preview-rows.ts";
import { progressBar } from "./progress-bar.ts";
import { requireReadable } from "./read-file-bytes.ts";
import { withStore } from "./with-store.ts";

/** What kind of data set a file holds. */
export type Source =
  { readonly kind: "aiddata" | "desta" } | { readonly kind: "table"; readonly map: string };

export interface ImportRequest {
  readonly source: Source;
  /** A new file for every warning. */
  readonly report: string | undefined;
  readonly isDryRun: boolean;
}

async function openSource(file: string, source: Source): Promise<DataSetFile> {
  switch (source.kind) {
    case "aiddata":
      return await openAidData(file);
    case "desta":
      return await openDesta(file);
    case "table": {
      await requireReadable(source.map);
      return await openMapped(file, parseTableMap(source.map, await readFile(source.map, "utf8")));
    }
  }
}

/** What cannot be read at all is wrong input, told in the reader's own words. */
async function asInput<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ImportError ? new InvalidInputError(error.message) : error;
  }
}

/** Imports a data set and prints what became of it; 1 where something did not go in. */
export async function importFile(file: string, request: ImportRequest, io: Io): Promise<number> {
  await requireReadable(file);
  const opened = await asInput(() => openSource(file, request.source));
  try {
    for (const note of opened.notes) io.err(`${opened.label}: ${note}`);
    if (!request.isDryRun) return await store(opened, request, io);
    for (const line of await asInput(() => previewRows(opened))) io.out(line);
    return 0;
  } finally {
    opened.close();
  }
}

async function store(opened: DataSetFile, { report: path }: ImportRequest, io: Io): Promise<number> {
  const report = openReport(path);
  try {
    const done = await withStore(io, async (store) => {
      await loadReference(store);
      return await importDataSet(store, opened, {
        onProgress: ({ rows, share }) =>
          io.progress(`${progressBar(share)} ${rows.toLocaleString("en")} rows`),
        onWarning: report.write,
      });
    });
    io.progress(null);
    for (const line of describeImport(opened.document.title, done)) io.out(line);
    if (done.fault !== null) io.err(`${done.fault} The rows before it are imported.`);
    return done.fault === null && done.skippedRows === 0 ? 0 : 1;
  } finally {
    report.close();
  }
}
