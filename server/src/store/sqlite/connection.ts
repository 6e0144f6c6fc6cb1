/** What a statement takes: whole numbers beyond 2^53 as bigint. */
export type SqlValue = string | number | bigint | null;
export type Row = Readonly<Record<string, string | number | null>>;

/** One statement to be run once for each of its rows of values. */
export interface Write {
  readonly sql: string;
  readonly rows: readonly (readonly SqlValue[])[];
}

/** One connection to the store's file. Requests are served one after another. */
export interface Connection {
  /** Rejects with StoreUnavailableError when the statement runs longer than STATEMENT_DEADLINE_MS. */
  all(sql: string, values?: readonly SqlValue[]): Promise<Row[]>;
  /** Runs the statements in order. Within `BEGIN` … `COMMIT` nothing of it counts before the commit. */
  write(batch: readonly Write[]): Promise<void>;
  /** One or more statements without values and without a deadline. */
  exec(sql: string): Promise<void>;
  close(): Promise<void>;
}

/** A read may take this long; then it is interrupted. */
export const STATEMENT_DEADLINE_MS = 5_000;

/** A list as one value: `IN (SELECT value FROM json_each(?))` takes any number of ids with one statement text. */
export const listValue = (values: readonly string[]): string => JSON.stringify(values);
