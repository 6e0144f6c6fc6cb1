import { existsSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { StoreUnavailableError } from "../../errors.ts";

/** The one file of a store; SQLite keeps `-wal` and `-shm` beside it while it is open. */
export const storeFile = (folder: string): string => join(folder, "entente.sqlite");

/** Creates the folder of a store. */
export function createFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new StoreUnavailableError(
      `The data folder ${folder} cannot be made (${detail}). Set ENTENTE_DATA to a folder that this user may write.`,
      { cause: error },
    );
  }
}

export function requireFile(file: string): void {
  if (existsSync(file)) return;
  throw new StoreUnavailableError(
    `There is no store at ${file}. Set ENTENTE_DATA to the folder that holds entente.sqlite.`,
  );
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** A file this small is checked at each opening: it takes less than 0.1 s. */
const ALWAYS_CHECKED_BYTES = 16 * 2 ** 20;

/** A store that was not closed leaves its write-ahead log; so does one that another process has open. */
export const needsCheck = (file: string): boolean => {
  const size = sizeOf(file);
  return size > 0 && (size <= ALWAYS_CHECKED_BYTES || sizeOf(`${file}-wal`) > 0);
};
