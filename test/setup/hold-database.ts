import { createHash } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const POLL_MS = 100;

/** Waits until no other test process uses the database at `uri`; the answer lets it go. A dead holder is passed over. */
export async function holdDatabase(uri: string): Promise<() => void> {
  const name = createHash("sha256").update(uri).digest("hex").slice(0, 16);
  const lock = join(tmpdir(), `entente-neo4j-${name}.lock`);
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    while (!tryLink(mine, lock)) {
      if (!isAlive(readHolder(lock))) rmSync(lock, { force: true });
      else await delay(POLL_MS);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(lock, { force: true });
}

/** A hard link appears with its content at once, so no one ever reads a lock without its holder. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

function readHolder(lock: string): number | null {
  try {
    return Number(readFileSync(lock, "utf8"));
  } catch {
    return null;
  }
}

/** A lock that vanished between two looks counts as alive: the next attempt to take it decides. */
function isAlive(pid: number | null): boolean {
  if (pid === null) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
