import { EntenteError, StoreDamagedError, StoreUnavailableError } from "../../errors.ts";

const fields = (error: unknown): { readonly code: string; readonly message: string } => {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return {
    code: typeof code === "string" ? code : "",
    message: typeof message === "string" ? message : String(error),
  };
};

export const timeoutError = (ms: number): StoreUnavailableError =>
  new StoreUnavailableError(
    `The store did not answer within ${ms / 1000} s. Ask for less, for example with a narrower filter.`,
  );

export const damagedError = (file: string, detail: string, cause?: unknown): StoreDamagedError =>
  new StoreDamagedError(
    `${file} is damaged (${detail}). Bring back the last backup with "entente restore BACKUP".`,
    { cause },
  );

/** Says what went wrong in the reader's words; an error that is no fault of file or disk is passed on as it is. */
export function storageError(error: unknown, file: string): Error {
  if (error instanceof EntenteError) return error;
  const { code, message } = fields(error);
  const options = { cause: error };
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return damagedError(file, message, error);
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return new StoreUnavailableError(`Another process is writing ${file}. Try again in a moment.`, options);
  }
  if (code.startsWith("SQLITE_FULL")) {
    return new StoreUnavailableError(
      `The disk of ${file} is full; nothing of this write was stored. Free some space and try again.`,
      options,
    );
  }
  if (/^SQLITE_(READONLY|PERM)/.test(code)) {
    return new StoreUnavailableError(
      `${file} cannot be written: got a read-only file or folder, expected one that this user may write. Change its permissions or set ENTENTE_DATA to another folder.`,
      options,
    );
  }
  if (/^SQLITE_(CANTOPEN|IOERR)/.test(code) || message.includes("Unable to open connection")) {
    return new StoreUnavailableError(
      `${file} cannot be opened (${message}). Check that its folder exists, is writable and is on a local disk.`,
      options,
    );
  }
  return error instanceof Error ? error : new Error(message, options);
}
