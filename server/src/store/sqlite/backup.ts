import { copyFileSync, existsSync, fsyncSync, openSync, closeSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { InvalidInputError, StoreDamagedError, StoreUnavailableError } from "../../errors.ts";
import type { DataVersion } from "../graph-store.ts";
import { WHOLE_FILE_DEADLINE_MS, quickCheck } from "./check-file.ts";
import { createDataVersionReader } from "./data-version.ts";
import { readApplied, missingMigrations } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { openConnection } from "./open-connection.ts";
import { openEmbeddedStore } from "./open-store.ts";
import { createFolder, requireFile, storeFile } from "./store-file.ts";

/** Files that SQLite keeps beside an open store. */
const COMPANIONS = ["", "-wal", "-shm"];

function syncFile(file: string): void {
  const descriptor = openSync(file, "r+");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Writes a consistent copy of the store in `folder`, which may be in use, to a new file; answers with what the copy
 * holds. Rejects where the file exists: a backup is never overwritten.
 */
export async function backupEmbeddedStore(folder: string, file: string): Promise<DataVersion> {
  const source = storeFile(folder);
  requireFile(source);
  if (existsSync(file)) {
    throw new InvalidInputError(`${file} exists already; backups are not overwritten. Choose another name.`);
  }
  createFolder(dirname(file));
  const unfinished = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  try {
    const connection = await openConnection({ file: source, deadlineMs: WHOLE_FILE_DEADLINE_MS });
    try {
      await connection.write([{ sql: "VACUUM INTO ?", rows: [[unfinished]] }]);
    } finally {
      await connection.close();
    }
    const held = await checkBackup(unfinished);
    syncFile(unfinished);
    renameSync(unfinished, file);
    return held;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Rejects with StoreDamagedError unless the file is a sound store that this program can open. */
async function checkBackup(file: string): Promise<DataVersion> {
  const connection = await openConnection({ file, readonly: true, deadlineMs: WHOLE_FILE_DEADLINE_MS });
  try {
    await quickCheck(connection, file);
    const applied = await readApplied(connection);
    if (applied.length === 0) throw new StoreDamagedError(`${file} holds no Entente store: got no tables.`);
    missingMigrations(applied, MIGRATIONS);
    return await createDataVersionReader(connection)();
  } finally {
    await connection.close();
  }
}

/**
 * Replaces the store in `folder` by a backup, which is checked first; answers with what the store then holds. The
 * former file is kept beside it until the new one has been opened, and brought back if that fails.
 */
export async function restoreEmbeddedStore(file: string, folder: string): Promise<DataVersion> {
  requireFile(file);
  await checkBackup(file);
  createFolder(folder);
  const target = storeFile(folder);
  const incoming = `${target}.restoring`;
  const former = `${target}.before-restore`;
  copyFileSync(file, incoming);
  syncFile(incoming);
  await requireUnused(target);
  move(target, former);
  try {
    renameSync(incoming, target);
    const store = await openEmbeddedStore({ folder });
    const held = await store.dataVersion();
    await store.close();
    for (const companion of COMPANIONS) rmSync(former + companion, { force: true });
    return held;
  } catch (error) {
    move(former, target);
    throw error;
  }
}

function move(from: string, to: string): void {
  for (const companion of COMPANIONS) {
    rmSync(to + companion, { force: true });
    if (existsSync(from + companion)) renameSync(from + companion, to + companion);
  }
}

/** SQLite leaves the WAL mode only when nobody else has the file open; a damaged file is in nobody's way. */
async function requireUnused(file: string): Promise<void> {
  if (!existsSync(file)) return;
  try {
    const connection = await openConnection({ file });
    try {
      await connection.exec("PRAGMA busy_timeout = 500; PRAGMA journal_mode = DELETE");
    } finally {
      await connection.close();
    }
  } catch (error) {
    if (error instanceof StoreDamagedError) return;
    throw new StoreUnavailableError(
      `${file} is in use. Stop the server that has it open, then restore again.`,
      { cause: error },
    );
  }
}
