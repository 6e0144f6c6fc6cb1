import { clearLine, cursorTo } from "node:readline";
import { createFetchSource } from "../fetch/fetch-source.ts";
import type { Io } from "./command.ts";

/** The command line's own streams, and the open Internet; progress only where stderr is a terminal. */
export function processIo(): Io {
  // A reader that has seen enough, such as head, is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? 0 : 1);
  });
  return {
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    fetchSource: createFetchSource(),
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    progress: (line) => {
      if (!process.stderr.isTTY) return;
      clearLine(process.stderr, 0);
      cursorTo(process.stderr, 0);
      if (line !== null) process.stderr.write(line);
    },
  };
}
