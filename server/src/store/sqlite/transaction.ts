import type { Connection } from "./connection.ts";

/** `IMMEDIATE` takes the write lock at once, `DEFERRED` only pins a snapshot to read. */
export async function inTransaction<T>(
  connection: Connection,
  mode: "IMMEDIATE" | "DEFERRED",
  work: () => Promise<T>,
): Promise<T> {
  await connection.exec(`BEGIN ${mode}`);
  try {
    const result = await work();
    await connection.exec("COMMIT");
    return result;
  } catch (error) {
    // SQLite has rolled back by itself after a full disk, for example; the first error is the one to tell.
    await connection.exec("ROLLBACK").catch(() => undefined);
    throw error;
  }
}
