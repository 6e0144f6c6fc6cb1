// `npm test`: builds, starts one Neo4j, runs the Vitest projects one after another, and closes with the sum.
// `npm test -- contract` runs only the projects it names.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startNeo4j } from "./setup/neo4j/start-neo4j.mjs";

const PROJECTS = ["unit", "contract", "e2e"];
const VITEST = new URL("../node_modules/vitest/vitest.mjs", import.meta.url).pathname;
const ROOT = new URL("..", import.meta.url).pathname;

const reports = mkdtempSync(join(tmpdir(), "entente-test-"));
const running = new Set();
let interruptedBy = null;

/** Runs one program to its end, its output shown; answers its exit code. */
function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: "inherit", env: { ...process.env, ...env } });
    running.add(child);
    child.once("error", reject);
    child.once("exit", (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    interruptedBy = signal;
    for (const child of running) child.kill("SIGTERM");
  });
}

/** What one project's report says; a file that did not load, or a fault outside every test, is a failure too. */
function readReport(project, code) {
  const file = join(reports, `${project}.json`);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, reasons: [] };
  const report = JSON.parse(readFileSync(file, "utf8"));
  const tests = report.testResults.flatMap((each) => each.assertionResults);
  const count = (...statuses) => tests.filter((each) => statuses.includes(each.status)).length;
  const unloaded = report.testResults.filter(
    (each) => each.status === "failed" && !each.assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = count("failed") + unloaded;
  const reasons = tests.flatMap((each) => /\[skipped: (.+)\]$/.exec(each.title)?.[1] ?? []);
  return {
    passed: count("passed"),
    failed: failed === 0 && (code !== 0 || tests.length === 0) ? 1 : failed,
    skipped: count("skipped", "pending", "todo", "disabled"),
    reasons,
  };
}

async function runProject(project, env) {
  const output = `--outputFile.json=${join(reports, `${project}.json`)}`;
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json", output];
  const code = await run(process.execPath, [VITEST, ...args], env);
  return readReport(project, code);
}

/** The engines for every project, as `test/setup/engines.ts` reads them; started while the build runs. */
async function startEngines(projects) {
  const isWanted = (process.env.ENGINES ?? "embedded,neo4j").split(",").includes("neo4j");
  if (!isWanted || projects.every((each) => each === "unit")) return { env: {}, stop: async () => undefined };
  const { engine, missing, fault, stop } = await startNeo4j();
  if (fault) throw new Error(fault);
  return { env: { ENTENTE_ENGINES: JSON.stringify(engine ? { neo4j: engine } : { missing }) }, stop };
}

async function runAll(projects) {
  const starting = startEngines(projects);
  starting.catch(() => undefined);
  if ((await run("npm", ["run", "--silent", "build"])) !== 0) throw new Error("The build failed, see above");
  const engines = await starting;
  const results = [];
  try {
    for (const project of projects) {
      if (interruptedBy) break;
      results.push(await runProject(project, engines.env));
    }
  } finally {
    await engines.stop();
  }
  return results;
}

const named = process.argv.slice(2);
const unknown = named.filter((each) => !PROJECTS.includes(each));
let results = [];
try {
  if (unknown.length > 0)
    throw new Error(`npm test: got ${unknown.join(", ")}, expected ${PROJECTS.join(", ")}`);
  results = await runAll(named.length > 0 ? named : PROJECTS);
} catch (error) {
  console.error(error.message);
  results.push({ passed: 0, failed: 1, skipped: 0, reasons: [] });
} finally {
  rmSync(reports, { recursive: true, force: true });
}

const sum = (key) => results.reduce((total, each) => total + each[key], 0);
for (const reason of new Set(results.flatMap((each) => each.reasons))) console.log(`Skipped: ${reason}`);
if (interruptedBy) console.log(`Interrupted by ${interruptedBy}`);
const skipped = sum("skipped");
console.log(`${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
// Neo4j's supervisor ends when this process does.
process.exit(interruptedBy || sum("failed") > 0 || sum("passed") === 0 ? 1 : 0);
