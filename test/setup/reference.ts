import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe } from "vitest";
import { requireAll } from "./required.ts";
import { skipSuite } from "./skip-suite.ts";

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** The folder of optional reference material: ENTENTE_REFERENCE, else `../shared` beside the repository; null if absent. */
export function referenceFolder(): string | null {
  const folder = resolve(REPOSITORY, process.env.ENTENTE_REFERENCE ?? "../shared");
  if (existsSync(folder)) return folder;
  if (requireAll && process.env.ENTENTE_REFERENCE !== undefined) {
    throw new Error(`ENTENTE_REFERENCE: got ${folder}, expected a folder that exists`);
  }
  return null;
}

/** A suite over the reference material; skipped where it is absent, for the project's own fixtures cover the code. */
export function describeReference(title: string, suite: (folder: string) => void): void {
  const folder = referenceFolder();
  if (folder !== null) describe(title, () => suite(folder));
  else skipSuite(title, "Reference material: not found; set ENTENTE_REFERENCE to its folder");
}
