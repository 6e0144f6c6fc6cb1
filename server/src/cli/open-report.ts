import { closeSync, openSync, writeSync } from "node:fs";
import type { Warning } from "@entente/seed";
import { InvalidInputError } from "../errors.ts";

/** Where each warning goes; nowhere without a file. */
export interface WarningReport {
  readonly write: (warning: Warning, isSkipped: boolean) => void;
  readonly close: () => void;
}

/** A new file of one line of JSON a warning. Throws InvalidInputError where there is one of that name. */
export function openReport(file: string | undefined): WarningReport {
  if (file === undefined) return { write: () => undefined, close: () => undefined };
  const handle = openNew(file);
  return {
    write: (warning, isSkipped) => {
      writeSync(handle, `${JSON.stringify({ skipped: isSkipped, ...warning })}\n`);
    },
    close: () => closeSync(handle),
  };
}

function openNew(file: string): number {
  try {
    return openSync(file, "wx");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "EEXIST")
      throw new InvalidInputError(`--report: ${file} exists already, expected a new file`);
    const reason = error instanceof Error ? error.message : String(error);
    throw new InvalidInputError(`--report: ${file} cannot be written (${reason})`);
  }
}
