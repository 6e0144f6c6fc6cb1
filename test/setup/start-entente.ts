import { execFile, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const REPOSITORY = resolve(import.meta.dirname, "../..");
const PROGRAM = join(REPOSITORY, "server/bin/entente.js");
const EXPLORER = join(REPOSITORY, "web/dist/index.html");
const READY = /Entente is ready at (http:\/\/\S+)/;
/** Seeding takes seconds; on a busy machine of two cores a minute. */
const START_TIMEOUT_MS = 150_000;

export interface RunningEntente {
  readonly url: string;
  /** Runs another command on the same data folder and returns what it printed. */
  readonly run: (...args: readonly string[]) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** The real program, as `npm start` runs it: own process, free port, own data folder, the default seed. */
export async function startEntente(extra: Readonly<Record<string, string>> = {}): Promise<RunningEntente> {
  if (!existsSync(EXPLORER))
    throw new Error(`got no ${EXPLORER}, expected the built explorer: npm run build`);
  const folder = mkdtempSync(join(tmpdir(), "entente-e2e-"));
  const env = { ...process.env, ENTENTE_DATA: folder, HOST: "127.0.0.1", PORT: "0", ...extra };
  const server = spawn(process.execPath, [PROGRAM, "serve"], { env, stdio: ["ignore", "pipe", "pipe"] });
  const stop = async (): Promise<void> => {
    if (server.exitCode === null) {
      const ended = new Promise((done) => server.once("exit", done));
      server.kill("SIGTERM");
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const url = await untilReady(server);
    const run = async (...args: readonly string[]): Promise<string> =>
      (await promisify(execFile)(process.execPath, [PROGRAM, ...args], { env })).stdout;
    return { url, run, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function untilReady(server: ChildProcess): Promise<string> {
  let output = "";
  return new Promise((ready, fail) => {
    const timer = setTimeout(() => fail(new Error(`Entente did not start:\n${output}`)), START_TIMEOUT_MS);
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const [, url] = READY.exec(output) ?? [];
      if (url === undefined) return;
      clearTimeout(timer);
      ready(url);
    };
    server.stdout?.on("data", read);
    server.stderr?.on("data", read);
    server.once("exit", (code) => {
      clearTimeout(timer);
      fail(new Error(`Entente ended with ${code}:\n${output}`));
    });
  });
}
