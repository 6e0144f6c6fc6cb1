import { setImmediate as nextTurn } from "node:timers/promises";
import { STATEMENT_DEADLINE_MS, type Connection, type Row, type SqlValue, type Write } from "./connection.ts";
import { openLibsql, type LibsqlDatabase, type LibsqlStatement } from "./libsql.ts";
import { storageError, timeoutError } from "./storage-error.ts";

/** Filters make many texts; the least recently used statement is forgotten. */
const MAX_PREPARED = 200;
/** Rows beyond this are read with a pause, so that other work of the thread goes on. */
const ROWS_PER_TURN = 500;
/** How long to wait for another process that writes. */
const BUSY_TIMEOUT_MS = 5_000;

const SETTINGS = `PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536`;
/** The acknowledged write is on disk: each commit waits for one fsync. */
const WRITER_SETTINGS = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL";

export interface ConnectionOptions {
  readonly file: string;
  /** Opens the file itself read-only. */
  readonly readonly?: boolean;
  /** The one connection of a process that writes sets up the file. */
  readonly writer?: boolean;
  /** STATEMENT_DEADLINE_MS unless the work is known to be long, such as checking the whole file. */
  readonly deadlineMs?: number;
}

/** A connection in this thread. Rejects with StoreUnavailableError or StoreDamagedError where it cannot be opened. */
export async function openLocalConnection(options: ConnectionOptions): Promise<Connection> {
  const { file, readonly = false, writer = false, deadlineMs = STATEMENT_DEADLINE_MS } = options;
  const describe = (error: unknown): Error => storageError(error, file);
  try {
    const database = openLibsql(file, readonly);
    await database.exec(writer ? `${SETTINGS}; ${WRITER_SETTINGS}` : SETTINGS);
    return serve(database, describe, deadlineMs);
  } catch (error) {
    throw describe(error);
  }
}

function serve(
  database: LibsqlDatabase,
  describe: (error: unknown) => Error,
  deadlineMs: number,
): Connection {
  const prepared = new Map<string, LibsqlStatement>();
  let last: Promise<unknown> = Promise.resolve();

  async function prepare(sql: string): Promise<LibsqlStatement> {
    const statement = prepared.get(sql) ?? (await database.prepare(sql));
    prepared.delete(sql);
    prepared.set(sql, statement);
    const oldest = prepared.keys().next();
    if (prepared.size > MAX_PREPARED && !oldest.done) prepared.delete(oldest.value);
    return statement;
  }

  async function all(sql: string, values: readonly SqlValue[]): Promise<Row[]> {
    const deadline = Date.now() + deadlineMs;
    const timer = setTimeout(() => database.interrupt(), deadlineMs);
    try {
      const rows: Row[] = [];
      for (const row of await (await prepare(sql)).iterate(values)) {
        rows.push(row);
        if (rows.length % ROWS_PER_TURN === 0) await nextTurn();
      }
      return rows;
    } catch (error) {
      prepared.delete(sql);
      throw Date.now() >= deadline ? timeoutError(deadlineMs) : error;
    } finally {
      clearTimeout(timer);
    }
  }

  async function write(batch: readonly Write[]): Promise<void> {
    for (const { sql, rows } of batch) {
      if (rows.length === 0) continue;
      const statement = await prepare(sql);
      for (const row of rows) statement.run(row);
    }
  }

  /** One statement in flight a connection: libsql's own rule. */
  function queue<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work).catch((error: unknown) => {
      throw describe(error);
    });
    last = result.catch(() => undefined);
    return result;
  }

  return {
    all: (sql, values = []) => queue(() => all(sql, values)),
    write: (batch) => queue(() => write(batch)),
    exec: (sql) => queue(() => database.exec(sql)),
    close: () =>
      queue(() => {
        prepared.clear();
        database.close();
        return Promise.resolve();
      }),
  };
}
