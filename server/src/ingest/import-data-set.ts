import { ImportError, type DataSetFile, type ImportedRow, type Warning } from "@entente/seed";
import type { FactBatch, Mention } from "@entente/graph-schema";
import { InvalidInputError } from "../errors.ts";
import type { GraphStore } from "../store/graph-store.ts";
import { ingestRows } from "./ingest.ts";

/** Rows of one commit: an import that is broken off goes on at the last whole one. */
export const ROWS_PER_COMMIT = 500;
/** Examples that are kept of each kind of warning. */
const EXAMPLES = 20;

/** Warnings of one kind about one column. */
export interface WarningGroup {
  readonly kind: string;
  readonly column: string;
  readonly count: number;
  /** The first of them. */
  readonly examples: readonly Warning[];
}

export interface ImportReport {
  readonly read: number;
  /** Rows that are new, and those whose cells differ from what is stored. */
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly skippedRows: number;
  readonly skipped: readonly WarningGroup[];
  readonly warnings: readonly WarningGroup[];
  /** Why the file could not be read to its end; null where it could. What stands before is imported. */
  readonly fault: string | null;
}

export interface ImportOptions {
  /** ISO moment of the commits; the clock's unless given. */
  readonly at?: string;
  readonly onProgress?: (progress: { readonly rows: number; readonly share: number }) => void;
  /** Told of each warning, and of each skipped row, as it comes. */
  readonly onWarning?: (warning: Warning, isSkipped: boolean) => void;
}

/**
 * Reads a data set to its end and stores it in commits of 500 rows. A row that is stored just so changes nothing, so
 * that the same file can be imported again after it was mended, or after an interruption.
 */
export async function importDataSet(
  store: GraphStore,
  file: DataSetFile,
  { at, onProgress, onWarning }: ImportOptions = {},
): Promise<ImportReport> {
  const [skipped, warnings] = [createGroups(), createGroups()];
  let [read, added, changed] = [0, 0, 0];
  let waiting: ImportedRow[] = [];
  const commit = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const counts = await ingestRows(store, asBatch(file, waiting), at);
    added += counts.added;
    changed += counts.changed;
    waiting = [];
    onProgress?.({ rows: read, share: file.progress() });
  };
  let fault: string | null = null;
  try {
    for await (const outcome of file.rows()) {
      read++;
      const isSkipped = outcome.type === "skipped";
      for (const warning of isSkipped ? [outcome.reason] : outcome.warnings) {
        (isSkipped ? skipped : warnings).add(warning);
        onWarning?.(warning, isSkipped);
      }
      if (!isSkipped) waiting.push(outcome);
      if (waiting.length === ROWS_PER_COMMIT) await commit();
    }
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    fault = error.message;
  }
  await commit();
  if (fault !== null && read === 0) throw new InvalidInputError(fault);
  const skippedRows = skipped.count();
  return {
    read,
    added,
    changed,
    unchanged: read - skippedRows - added - changed,
    skippedRows,
    skipped: skipped.list(),
    warnings: warnings.list(),
    fault,
  };
}

function asBatch({ document, producer }: DataSetFile, rows: readonly ImportedRow[]): FactBatch {
  const mentions = new Map<string, Mention>();
  for (const row of rows) for (const mention of row.mentions) mentions.set(mention.local, mention);
  return {
    document,
    producer,
    mentions: [...mentions.values()],
    facts: rows.flatMap(({ facts }) => facts),
    records: rows.map(({ record }) => ({ row: record.row, cells: { ...record.cells } })),
  };
}

interface Groups {
  readonly add: (warning: Warning) => void;
  readonly count: () => number;
  readonly list: () => WarningGroup[];
}

function createGroups(): Groups {
  const groups = new Map<string, { count: number; readonly examples: Warning[] }>();
  const all = (): { count: number; readonly examples: Warning[] }[] => [...groups.values()];
  return {
    add: (warning) => {
      const key = JSON.stringify([warning.kind, warning.column]);
      const group = groups.get(key) ?? { count: 0, examples: [] };
      groups.set(key, group);
      group.count++;
      if (group.examples.length < EXAMPLES) group.examples.push(warning);
    },
    count: () => all().reduce((sum, { count }) => sum + count, 0),
    list: () =>
      all().flatMap(({ count, examples }) => {
        const [first] = examples;
        return first ? [{ kind: first.kind, column: first.column, count, examples }] : [];
      }),
  };
}
