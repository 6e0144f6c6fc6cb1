import { StoreUnavailableError } from "../../errors.ts";
import type { Connection } from "./connection.ts";

/** The oldest with `CALL (x) { … }` and what else the statements use; 2025.01 and later count by year. */
const OLDEST = [5, 23] as const;

/** True for "5.26.30", "5.28-aura" and "2025.01.0"; false for "5.22.0" and what is no version. */
export function isRecentEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split(/[.-]/).map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** Rejects where the server is not there, refuses the user, or is too old. */
export async function requireRecentServer({ serverVersion, settings }: Connection): Promise<void> {
  const version = await serverVersion();
  if (isRecentEnough(version)) return;
  throw new StoreUnavailableError(
    `Neo4j at ${settings.uri} is too old: got version ${version || "unknown"}, expected ${OLDEST.join(".")} or newer`,
  );
}
