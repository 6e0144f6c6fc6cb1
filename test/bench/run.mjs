// `npm run bench`: every figure beside a yardstick measured in the same run, because only the ratio travels between
// machines. `npm run bench -- --json FILE` also writes the figures there.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { startNeo4j } from "../setup/neo4j/start-neo4j.mjs";
import { measureExtract } from "./extract.mjs";
import { measureEmbeddedIngest, measureNeo4jIngest } from "./ingest.mjs";
import { measureList } from "./list.mjs";
import { measureStartUp } from "./start-up.mjs";
import { measureTotals } from "./totals.mjs";

/** Agreements of eight claims each; `-- --sizes 10000,100000` measures others: loading a hundred thousand takes minutes. */
const sizes = process.argv.indexOf("--sizes");
const SIZES = (sizes > 0 ? process.argv[sizes + 1] : "10000").split(",").map(Number);

const round = (number) => Number(number.toPrecision(3));

function printTable(figures) {
  const head = ["what", "measured", "yardstick", "against", "ratio"];
  const lines = figures.map(({ what, value, unit, yardstick, against }) => [
    what,
    `${round(value)} ${unit}`,
    `${round(yardstick)} ${unit}`,
    against,
    `${round(value / yardstick)}`,
  ]);
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at].length)));
  for (const line of [head, ...lines])
    console.log(line.map((cell, at) => cell.padEnd(widths[at])).join("  "));
}

async function measureNeo4j() {
  const { engine, missing, fault, stop } = await startNeo4j();
  if (fault) throw new Error(fault);
  if (!engine) {
    console.log(`Skipped: ${missing}`);
    return [];
  }
  try {
    return await measureNeo4jIngest(engine);
  } finally {
    await stop();
  }
}

const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
try {
  const figures = [
    ...measureExtract(),
    ...(await measureStartUp(folder)),
    ...(await measureList(folder)),
    ...(await measureEmbeddedIngest()),
    ...(await measureTotals(SIZES)),
    ...(await measureNeo4j()),
  ];
  printTable(figures);
  console.log(
    `Node ${process.version}, ${cpus().length} cores. Times: smaller ratios are better; rates: larger.`,
  );
  const at = process.argv.indexOf("--json");
  if (at > 0) writeFileSync(process.argv[at + 1], `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
