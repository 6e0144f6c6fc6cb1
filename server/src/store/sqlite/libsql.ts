import Libsql from "libsql/promise";
import type { Row, SqlValue } from "./connection.ts";

/**
 * The part of libsql's promise API that is used here. `prepare`, `exec` and a statement's first row run off the
 * event loop and can be interrupted; `run` and all further rows block.
 */
export interface LibsqlDatabase {
  prepare(sql: string): Promise<LibsqlStatement>;
  exec(sql: string): Promise<void>;
  interrupt(): void;
  close(): void;
}

export interface LibsqlStatement {
  run(values: readonly SqlValue[]): unknown;
  iterate(values: readonly SqlValue[]): Promise<Iterable<Row>>;
}

/** Opens a file, creating it unless `readonly`; throws where the folder is missing or not readable. */
export function openLibsql(file: string, readonly: boolean): LibsqlDatabase {
  const path = readonly ? `file:${encodeURI(file)}?mode=ro` : file;
  return new Libsql(path, {});
}
