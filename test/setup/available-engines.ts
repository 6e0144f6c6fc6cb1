import { EMPTY_STORE_MOMENT } from "@entente/server";
import neo4j from "neo4j-driver";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { holdDatabase } from "./hold-database.ts";
import { emptyDatabase } from "./neo4j/empty-database.mjs";
import type { Neo4jEngine } from "./neo4j/start-neo4j.mjs";
import { skipSuite } from "./skip-suite.ts";

export type Engine = { readonly name: "embedded" } | Neo4jEngine;

/** Waiting for other files to finish with the one Neo4j database is no fault of the test. */
const WAIT_TIMEOUT_MS = 20 * 60_000;

/** The engines that this run has; `ENGINES=embedded` or `ENGINES=neo4j` narrows them. */
export function engines(): readonly Engine[] {
  const wanted = (process.env.ENGINES ?? "embedded,neo4j").split(",");
  const { neo4j: running } = inject("engines");
  const found: Engine[] = [];
  if (wanted.includes("embedded")) found.push({ name: "embedded" });
  if (running) found.push(running);
  return found;
}

/** Deletes everything in the engine's database, schema included. An embedded store is a folder of the test's own. */
export async function emptyEngine(engine: Engine): Promise<void> {
  if (engine.name === "embedded") return;
  const driver = neo4j.driver(engine.uri, neo4j.auth.basic(engine.user, engine.password));
  try {
    await emptyDatabase(driver, engine.database);
  } finally {
    await driver.close();
  }
}

/** Deletes what Entente stored in a Neo4j database and keeps the schema, which takes longer to make than a few rows. */
export async function emptyData({ uri, user, password, database }: Neo4jEngine): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    await driver.executeQuery(
      "MATCH (n) WHERE NOT n:Migration AND NOT n:DataVersion DETACH DELETE n",
      {},
      { database },
    );
    await driver.executeQuery(
      "MATCH (v:DataVersion) SET v.version = 0, v.lock = 0, v.at = $at",
      { at: EMPTY_STORE_MOMENT },
      { database },
    );
  } finally {
    await driver.close();
  }
}

/**
 * One suite for each engine. On Neo4j it has the database to itself, empty at the start, while other files wait:
 * Community Edition has a single one.
 */
export function describeEngines(title: string, suite: (engine: Engine) => void): void {
  for (const engine of engines()) {
    describe(`${title} (${engine.name})`, () => {
      if (engine.name === "neo4j") claimDatabase(engine);
      suite(engine);
    });
  }
  const { missing } = inject("engines");
  if (missing !== undefined) skipSuite(`${title} (neo4j)`, missing);
}

/** For a suite of Neo4j alone: holds and empties its database; skipped where there is none. */
export function describeNeo4j(title: string, suite: (engine: Neo4jEngine) => void): void {
  const { neo4j: running, missing } = inject("engines");
  if (running) {
    describe(title, () => {
      claimDatabase(running);
      suite(running);
    });
  } else skipSuite(title, missing ?? "Neo4j: not found");
}

function claimDatabase(engine: Neo4jEngine): void {
  let release: () => void = () => undefined;
  beforeAll(async () => {
    release = await holdDatabase(engine.uri);
    await emptyEngine(engine);
  }, WAIT_TIMEOUT_MS);
  afterAll(() => release());
}
