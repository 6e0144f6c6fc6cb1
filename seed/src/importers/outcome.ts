import type { DatasetRef, Fact, Mention } from "@entente/graph-schema";

/** A cell that could not be taken as it stands, and what became of it. */
export interface Warning {
  /** What is odd about it, in few words: warnings of one kind and column are counted together. */
  readonly kind: string;
  readonly line: number;
  /** The data set's own id of the row; empty where it has none. */
  readonly row: string;
  readonly column: string;
  readonly value: string;
  readonly expected: string;
}

/** What one row of a data set states. */
export interface ImportedRow {
  readonly type: "row";
  readonly line: number;
  readonly record: { readonly row: string; readonly cells: Readonly<Record<string, string>> };
  readonly mentions: readonly Mention[];
  readonly facts: readonly Fact[];
  readonly warnings: readonly Warning[];
}

/** A row that says too little, or too little that can be read, to be anything. */
export interface SkippedRow {
  readonly type: "skipped";
  readonly line: number;
  readonly reason: Warning;
}

export type RowOutcome = ImportedRow | SkippedRow;

/** A data set in a file: what it is, and its rows as facts, to be read any number of times. */
export interface DataSetFile {
  readonly document: DatasetRef;
  /** Name and version of the mapping. */
  readonly producer: string;
  /** Where in the file the rows stand. */
  readonly label: string;
  /** What the whole table lacks, one line each. */
  readonly notes: readonly string[];
  readonly rows: () => AsyncIterable<RowOutcome>;
  /** How much of the file the last reading has passed, 0 to 1. */
  readonly progress: () => number;
  readonly close: () => void;
}
