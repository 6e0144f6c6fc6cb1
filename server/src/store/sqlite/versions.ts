import type { SqlValue } from "./connection.ts";

/** `known_to` of a row that still holds: the largest integer that JavaScript keeps exactly. */
export const OPEN = 9007199254740991;

/** A piece of SQL and the values of its question marks, in order. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** Rows of `table` that hold at a version. The literal lets SQLite use the indexes that cover current rows only. */
export const holdsAt = (table: string, version: number | null): Condition =>
  version === null
    ? { sql: `${table}.known_to = ${OPEN}`, values: [] }
    : { sql: `${table}.known_from <= ? AND ${table}.known_to > ?`, values: [version, version] };

export const knownTo = (value: unknown): number | null => (value === OPEN ? null : Number(value));
