import type { TestProject } from "vitest/node";
import { startNeo4j, type Neo4jEngine } from "./neo4j/start-neo4j.mjs";
import { requireAll } from "./required.ts";

/** What a run found: the Neo4j to use, or why there is none. The embedded engine is always there. */
export interface EngineReport {
  readonly neo4j?: Neo4jEngine;
  readonly missing?: string;
}

declare module "vitest" {
  interface ProvidedContext {
    engines: EngineReport;
  }
}

let stop: () => Promise<void> = () => Promise.resolve();

function isWanted(engine: string): boolean {
  return (process.env.ENGINES ?? "embedded,neo4j").split(",").includes(engine);
}

async function prepare(): Promise<EngineReport> {
  if (!isWanted("neo4j")) return { missing: `ENGINES is ${process.env.ENGINES}` };
  const started = await startNeo4j();
  stop = started.stop;
  if (started.fault !== undefined) throw new Error(started.fault);
  if (started.engine) return { neo4j: started.engine };
  return { missing: started.missing ?? "Neo4j: not found" };
}

/** Vitest's global setup: one Neo4j for the whole run, however many projects ask; `test/run.mjs` may have started it. */
export async function setup(project: TestProject): Promise<void> {
  // Two projects of one run share a process, and so this variable.
  process.env.ENTENTE_ENGINES ??= JSON.stringify(await prepare());
  const report = JSON.parse(process.env.ENTENTE_ENGINES) as EngineReport;
  if (report.missing !== undefined && requireAll) {
    throw new Error(`ENTENTE_REQUIRE_ALL=1 forbids skipping. ${report.missing}`);
  }
  project.provide("engines", report);
}

export async function teardown(): Promise<void> {
  await stop();
}
