/** One row of an answer, by the names of its RETURN clause. Integers are bigint. */
export type Row = Readonly<Record<string, unknown>>;

/** Whole numbers in `parameters` must be bigint: the driver sends a JavaScript number as a float. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Runs one named statement, on its own or in an open transaction. */
export type RunStatement = (text: string, parameters?: Parameters) => Promise<Row[]>;

const unexpected = (name: string, value: unknown, expected: string): Error =>
  new Error(`${name}: got ${typeof value} ${String(value)} from Neo4j, expected ${expected}`);

export function readText(row: Row, name: string): string {
  const value = row[name];
  if (typeof value !== "string") throw unexpected(name, value, "text");
  return value;
}

export const readTextOrNull = (row: Row, name: string): string | null =>
  row[name] === null || row[name] === undefined ? null : readText(row, name);

export function readBigInt(row: Row, name: string): bigint {
  const value = row[name];
  if (typeof value !== "bigint") throw unexpected(name, value, "an integer");
  return value;
}

/** Counts and versions: far below 2^53. */
export const readNumber = (row: Row, name: string): number => Number(readBigInt(row, name));

export const readNumberOrNull = (row: Row, name: string): number | null =>
  row[name] === null || row[name] === undefined ? null : readNumber(row, name);

export function readTexts(row: Row, name: string): string[] {
  const value = row[name];
  if (!Array.isArray(value)) throw unexpected(name, value, "a list");
  return value as string[];
}

export function readRows(row: Row, name: string): Row[] {
  const value = row[name];
  if (!Array.isArray(value)) throw unexpected(name, value, "a list");
  return value as Row[];
}

/** A state, claim or document kept as JSON text; what was written by this engine is trusted. */
export const readJson = <T>(row: Row, name: string): T => JSON.parse(readText(row, name)) as T;
