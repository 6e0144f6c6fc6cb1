import { createHash } from "node:crypto";
import { StoreDamagedError, StoreUnavailableError } from "../../errors.ts";
import type { Connection } from "./connection.ts";
import { inTransaction } from "./transaction.ts";
import { MIGRATIONS, type Migration } from "./migrations/index.ts";

const CREATE_LOG = `CREATE TABLE IF NOT EXISTS migration (
  name TEXT PRIMARY KEY,
  checksum TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT`;
const LOG_EXISTS = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'";
const ANY_TABLE = "SELECT name FROM sqlite_schema WHERE type = 'table' LIMIT 1";
const READ_LOG = "SELECT name, checksum FROM migration ORDER BY name LIMIT 1000";
const RECORD = "INSERT INTO migration (name, checksum, at) VALUES (?, ?, ?)";

export const checksum = (migration: Migration): string =>
  createHash("sha256").update(migration.sql).digest("hex");

interface Applied {
  readonly name: string;
  readonly checksum: string;
}

/** The migrations that a store still lacks. Throws where it has others than these, or was made by a newer Entente. */
export function missingMigrations(applied: readonly Applied[], known: readonly Migration[]): Migration[] {
  for (const [index, { name, checksum: found }] of applied.entries()) {
    const expected = known[index];
    if (!expected) {
      throw new StoreDamagedError(
        `The store was written by a newer Entente: got migration "${name}", expected at most "${known.at(-1)?.name}". Update Entente or restore an older backup.`,
      );
    }
    if (expected.name !== name || checksum(expected) !== found) {
      throw new StoreDamagedError(
        `The store's migration "${name}" differs from this program's "${expected.name}": got checksum ${found.slice(0, 12)}, expected ${checksum(expected).slice(0, 12)}. Use the Entente that made the store, or restore a backup.`,
      );
    }
  }
  return known.slice(applied.length);
}

export async function readApplied(connection: Connection): Promise<Applied[]> {
  if ((await connection.all(LOG_EXISTS)).length === 0) {
    const [foreign] = await connection.all(ANY_TABLE);
    if (foreign) {
      throw new StoreDamagedError(
        `The store file belongs to another program: got a table "${foreign.name}", expected an Entente store. Set ENTENTE_DATA to another folder.`,
      );
    }
    return [];
  }
  return (await connection.all(READ_LOG)).map((row) => ({
    name: String(row.name),
    checksum: String(row.checksum),
  }));
}

/** Brings the file's tables to the newest form, all or nothing. Several processes may call it at once. */
export async function migrate(
  connection: Connection,
  known: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  if (missingMigrations(await readApplied(connection), known).length === 0) return;
  await inTransaction(connection, "IMMEDIATE", async () => {
    const missing = missingMigrations(await readApplied(connection), known);
    await connection.exec(CREATE_LOG);
    for (const migration of missing) {
      await connection.exec(migration.sql);
      const row = [migration.name, checksum(migration), new Date().toISOString()];
      await connection.write([{ sql: RECORD, rows: [row] }]);
    }
  });
}

/** Rejects unless the file is an Entente store of just this form: what a read-only opening needs. */
export async function requireMigrated(connection: Connection): Promise<void> {
  const missing = missingMigrations(await readApplied(connection), MIGRATIONS);
  if (missing.length === 0) return;
  throw new StoreUnavailableError(
    `The store lacks migration "${missing[0]?.name}" and was opened read-only. Open it once for writing, for example with "entente check".`,
  );
}
