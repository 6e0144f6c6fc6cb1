#!/usr/bin/env node
// Starts the built program; builds it first where that was never done.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const main = new URL("../dist/cli/main.js", import.meta.url);
const compiler = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));

if (!existsSync(main)) {
  if (!existsSync(compiler)) {
    console.error("entente: not built. Run: npm ci && npm run build");
    process.exit(1);
  }
  console.error("entente: not built yet; building once …");
  const args = [compiler, "-b", "graph-schema", "extract", "seed", "server"];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) {
    console.error("entente: the build failed. Run: npm run build");
    process.exit(1);
  }
}

const { runCli } = await import(main.href);
const { processIo } = await import(new URL("../dist/cli/process-io.js", import.meta.url).href);
process.exitCode = await runCli(process.argv.slice(2), processIo());
