import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const PROGRAM = join(ROOT, "server/bin/entente.js");

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

/** A clean environment: no setting of the caller's reaches the program. */
export function startCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  const { PATH = "" } = process.env;
  return spawn(process.execPath, [PROGRAM, ...args], { cwd: ROOT, env: { PATH, ...env } });
}

/** Runs the built command line to its end. */
export function runCli(args: readonly string[], { env = {}, stdin = "" }: RunOptions = {}): Promise<Run> {
  const child = startCli(args, env);
  const read = (stream: NodeJS.ReadableStream | null): (() => string) => {
    const chunks: Buffer[] = [];
    stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString("utf8");
  };
  const [out, err] = [read(child.stdout), read(child.stderr)];
  child.stdin?.on("error", () => undefined);
  child.stdin?.end(stdin);
  return new Promise((done, reject) => {
    child.once("error", reject);
    child.once("close", (code) => done({ code, out: out(), err: err() }));
  });
}

/** A folder of the suite's own, removed at its end. */
export function useFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "entente-cli-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
