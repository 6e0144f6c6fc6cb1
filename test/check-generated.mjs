// Regenerates every generated file and fails where the result differs from what was there.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Each generated file, what it is made from, and the program that makes it. */
const GENERATED = [
  {
    file: "web/src/api/graphql-env.d.ts",
    from: "graph-schema/sdl/entente.graphql",
    program: ["gql.tada", "generate-output"],
    folder: "web",
  },
];

let stale = 0;
for (const { file, from, program, folder } of GENERATED) {
  if (!existsSync(ROOT + file)) continue;
  const before = readFileSync(ROOT + file, "utf8");
  const made = spawnSync("npx", ["--no-install", ...program], { cwd: ROOT + folder, encoding: "utf8" });
  if (made.status !== 0) {
    console.error(`${file}: ${program.join(" ")} failed\n${made.stdout}${made.stderr}`);
    stale += 1;
  } else if (readFileSync(ROOT + file, "utf8") !== before) {
    console.error(`${file} was older than ${from}. It is up to date now: commit it.`);
    stale += 1;
  }
}
process.exit(stale > 0 ? 1 : 0);
