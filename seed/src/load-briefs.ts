import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readBrief } from "./read-brief.ts";
import type { SeedBrief } from "./seed-brief.ts";

/** Walks up from this module, because it runs from src in tests and from dist when built. */
function findPackageFolder(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  let folder = start;
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No package.json above ${start}, expected that of @entente/seed`);
    folder = parent;
  }
  return folder;
}

/** Every brief of the package, by id, which begins with the year. Throws on the first malformed file. */
export function loadBriefs(): SeedBrief[] {
  const folder = join(findPackageFolder(), "briefs");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => readBrief(file, readFileSync(join(folder, file), "utf8")));
}
