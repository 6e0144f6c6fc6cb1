import type { Connection } from "./connection.ts";
import { openConnection } from "./open-connection.ts";
import { damagedError } from "./storage-error.ts";

/** Reading a whole file of a few gigabytes from a slow disk. */
export const WHOLE_FILE_DEADLINE_MS = 10 * 60_000;

/** Rejects with StoreDamagedError where the file's pages do not hold together. */
export async function checkFile(file: string, readonly: boolean): Promise<void> {
  const connection = await openConnection({ file, readonly, deadlineMs: WHOLE_FILE_DEADLINE_MS });
  try {
    await quickCheck(connection, file);
  } finally {
    await connection.close();
  }
}

export async function quickCheck(connection: Connection, file: string): Promise<void> {
  const [row] = await connection.all("PRAGMA quick_check(1)");
  if (row?.quick_check !== "ok") throw damagedError(file, String(row?.quick_check));
}
