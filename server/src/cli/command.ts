import { UsageError } from "../errors.ts";
import type { FetchSource } from "../fetch/fetch-source.ts";
import type { ParseArgsConfig } from "node:util";
import type { Readable, Writable } from "node:stream";

/** What a command may touch; data goes to `out`, messages to `err`. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly out: (line: string) => void;
  /** Where `out` writes, for data too large to write without waiting for the reader. */
  readonly stdout: Writable;
  readonly err: (line: string) => void;
  readonly fetchSource: FetchSource;
  /** Shows how far long work is, where somebody watches; null clears the line. */
  readonly progress: (line: string | null) => void;
}

export interface Invocation {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

export interface Command {
  readonly name: string;
  /** What --help prints. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  /** Answers with the exit code: 0 done, 1 failed. Throws UsageError for wrong usage. */
  readonly run: (invocation: Invocation, io: Io) => Promise<number>;
}

/** A text option, or undefined where it is not given. */
export function textOption({ values }: Invocation, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** Rejects arguments that a command does not take. */
export function expectPositionals({ positionals }: Invocation, count: number, what: string): void {
  if (positionals.length === count) return;
  const got = positionals.length === 0 ? "none" : positionals.join(" ");
  throw new UsageError(`got ${got}, expected ${what}`);
}
