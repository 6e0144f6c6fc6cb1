/** A cell that was not what it seems: what stood there, and what was expected. */
export interface CellFault {
  readonly column: string;
  readonly value: string;
  readonly expected: string;
}

/** One row under a table's heading; cells are the file's own texts, missing ones are absent. */
export interface RawRow {
  /** Number of the row in its sheet, or of its last line in the file; the heading counts. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** What reading the row met. */
  readonly faults: readonly CellFault[];
}

/** A table of a file; its rows can be read again and again. */
export interface Table {
  /** The file, and within it archive entry and sheet: names the table in messages. */
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: () => AsyncIterable<RawRow>;
  /** How much of it the last reading has passed, 0 to 1. */
  readonly progress: () => number;
}

/** A table of a file as its first rows show it: one of them may be the heading. */
export interface Sheet {
  readonly label: string;
  readonly rows: () => AsyncIterable<SheetRow>;
  /** How much of it the last reading has passed, 0 to 1. */
  readonly progress: () => number;
}

/** The texts of one row by position. */
export interface SheetRow {
  readonly line: number;
  readonly texts: readonly string[];
  readonly faults: readonly (Omit<CellFault, "column"> & { readonly index: number })[];
}
