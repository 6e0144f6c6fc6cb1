import { open } from "node:fs/promises";
import { ImportError } from "../import-error.ts";
import { openArchive, type Archive } from "./open-archive.ts";
import { openCsv } from "./read-csv.ts";
import { readSheet } from "./read-sheet.ts";
import { isWorkbook, readWorkbook } from "./read-workbook.ts";
import type { Sheet } from "./table.ts";

/** The first bytes of a zip file, and so of every .xlsx. */
const ZIP_MARK = "PK";
/** The first bytes of the workbooks of before 2007. */
const XLS_MARK = "d0cf11e0";
/** Left by one system's archiver beside each real file. */
const RESOURCE_FORK = /(^|\/)(__MACOSX\/|\._)/u;

/** What a file holds, and how to let it go. */
export interface OpenedSheets {
  readonly sheets: readonly Sheet[];
  readonly close: () => void;
}

/** Every sheet of a .csv or .xlsx file, or of those in a .zip; known by content, whatever the name says. */
export async function openSheets(file: string): Promise<OpenedSheets> {
  const start = await readStart(file);
  if (start.toString("hex") === XLS_MARK) {
    throw new ImportError(`${file}: got a workbook of before 2007 (.xls), expected .xlsx: save it as that`);
  }
  if (!start.toString("latin1").startsWith(ZIP_MARK)) {
    return { sheets: [await openCsv(file)], close: () => undefined };
  }
  const archive = await openArchive(file, file);
  if (isWorkbook(archive)) return { sheets: await sheetsOf(archive), close: () => archive.close() };
  return await openInner(archive);
}

async function readStart(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function openInner(archive: Archive): Promise<OpenedSheets> {
  const names = archive.names.filter((name) => /\.xlsx$/iu.test(name) && !RESOURCE_FORK.test(name));
  if (names.length === 0) {
    const got = archive.names.slice(0, 5).join(", ");
    archive.close();
    throw new ImportError(
      `${archive.label}: got an archive of ${got || "nothing"}, expected an .xlsx in it; unpack a .csv first`,
    );
  }
  const sheets: Sheet[] = [];
  for (const name of names) {
    const inner = await openArchive(`${archive.label}, ${name}`, await archive.readWhole(name));
    sheets.push(...(await sheetsOf(inner)));
  }
  archive.close();
  return { sheets, close: () => undefined };
}

async function sheetsOf(archive: Archive): Promise<Sheet[]> {
  const workbook = await readWorkbook(archive);
  return workbook.sheets.map(({ name, entry }) => {
    let passed = 0;
    return {
      label: `${archive.label}, sheet "${name}"`,
      progress: () => passed / Math.max(1, archive.size(entry)),
      rows: () => {
        passed = 0;
        return readSheet({ ...archive, read: (part) => count(archive.read(part)) }, entry, workbook);
      },
    };

    async function* count(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        passed += chunk.length;
        yield chunk;
      }
    }
  });
}
