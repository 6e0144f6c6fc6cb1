import { ImportError } from "../import-error.ts";
import { openSheets } from "./open-sheets.ts";
import type { RawRow, Sheet, SheetRow, Table } from "./table.ts";

/** A heading may stand below a title and notes. */
const HEADING_WITHIN_ROWS = 20;
/** Enough of a heading to know it by. */
const SHOWN_COLUMNS = 6;

export interface FoundTable<T> {
  readonly table: Table;
  /** What the heading was recognised as. */
  readonly layout: T;
  readonly close: () => void;
}

/**
 * The first table of a file whose heading `recognize` knows. Throws ImportError where there is none, with the headings
 * that were found instead.
 */
export async function findTable<T>(
  file: string,
  recognize: (columns: readonly string[]) => T | null,
  expected: string,
): Promise<FoundTable<T>> {
  const { sheets, close } = await openSheets(file);
  const seen: string[] = [];
  try {
    for (const sheet of sheets) {
      const head = await readHead(sheet);
      for (const { texts, line } of head) {
        const columns = nameColumns(texts);
        const layout = recognize(columns);
        if (layout !== null) return { table: asTable(sheet, columns, line), layout, close };
      }
      const [first] = head;
      const shown = nameColumns(first?.texts ?? []).slice(0, SHOWN_COLUMNS);
      seen.push(`${sheet.label} begins with ${shown.map((name) => `"${name}"`).join(", ") || "nothing"}`);
    }
  } catch (error) {
    close();
    throw error;
  }
  close();
  throw new ImportError(`${seen.join("; ")}: expected ${expected}`);
}

async function readHead(sheet: Sheet): Promise<SheetRow[]> {
  const head: SheetRow[] = [];
  try {
    for await (const row of sheet.rows()) {
      head.push(row);
      if (head.length === HEADING_WITHIN_ROWS) break;
    }
  } catch (error) {
    // A short file that breaks off has a heading all the same; reading its rows will tell.
    if (head.length === 0 || !(error instanceof ImportError)) throw error;
  }
  return head;
}

/** Names of columns without blanks around them; a name that stands twice is numbered. */
function nameColumns(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return texts.map((text) => {
    const name = text.replace(/\s+/gu, " ").trim();
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

const asTable = (sheet: Sheet, columns: readonly string[], heading: number): Table => ({
  label: sheet.label,
  columns,
  progress: sheet.progress,
  async *rows() {
    for await (const row of sheet.rows()) {
      if (row.line > heading && row.texts.some((text) => text.trim() !== "")) yield asRawRow(row, columns);
    }
  },
});

function asRawRow({ line, texts, faults }: SheetRow, columns: readonly string[]): RawRow {
  const named = (index: number): string => columns[index] ?? "";
  const cells = texts.flatMap((text, index) =>
    text !== "" && named(index) ? [[named(index), text] as const] : [],
  );
  const extra = texts.slice(columns.length).filter((text) => text.trim() !== "");
  return {
    line,
    cells: Object.fromEntries(cells),
    faults: [
      ...faults.map(({ index, value, expected }) => ({ column: named(index), value, expected })),
      ...(extra.length > 0
        ? [{ column: columns.at(-1) ?? "", value: extra.join(" "), expected: `${columns.length} cells` }]
        : []),
    ],
  };
}
