import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { ingestBatch, loadReference, openStore } from "@entente/server";
import Database from "libsql";
import neo4j from "neo4j-driver";
import { emptyDatabase } from "../setup/neo4j/empty-database.mjs";
import { syntheticBatches } from "./synthetic-batches.mjs";

/** Timed ones; fewer on Neo4j, where each takes longer. */
const DOCUMENTS = { embedded: 150, Neo4j: 60 };
/** Ingested first and not timed: caches and statement plans are warm on both sides. */
const WARM_UP = 30;
const AT = "2026-01-01T00:00:00.000Z";
/** What bulk loaders of Neo4j are advised to send at once. */
const BULK_ROWS = 1000;

async function rowsOf(store) {
  const rows = [];
  for await (const { table, row } of store.dump()) rows.push({ table, body: JSON.stringify(row) });
  return rows;
}

/** Ingests the documents; answers seconds, and the rows that they added to the store. */
async function timeIngest(store, documents) {
  await loadReference(store, AT);
  const batches = syntheticBatches(WARM_UP + documents);
  for (const batch of batches.slice(0, WARM_UP)) await ingestBatch(store, batch, { at: AT });
  const known = new Set((await rowsOf(store)).map(({ table, body }) => table + body));
  const begun = performance.now();
  for (const batch of batches.slice(WARM_UP)) await ingestBatch(store, batch, { at: AT });
  const seconds = (performance.now() - begun) / 1000;
  const added = (await rowsOf(store)).filter(({ table, body }) => !known.has(table + body));
  return { seconds, added };
}

function chunks(rows, size) {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  );
}

async function secondsFor(parts, write) {
  await write(parts[0]);
  const begun = performance.now();
  for (const part of parts) await write(part);
  return (performance.now() - begun) / 1000;
}

/** Two yardsticks write the very same rows: one commit a document, as ingest does, and bulk. */
async function compare({ engine, raw, store, write }) {
  const documents = DOCUMENTS[engine];
  const { seconds, added } = await timeIngest(store, documents);
  const perDocument = await secondsFor(chunks(added, Math.ceil(added.length / documents)), write);
  const bulk = await secondsFor(chunks(added, BULK_ROWS), write);
  const what = `ingest, ${engine} (${(documents / seconds).toFixed(0)} documents/s)`;
  const rate = { what, value: added.length / seconds, unit: "rows/s" };
  return [
    { ...rate, against: `${raw}, one commit a document`, yardstick: added.length / perDocument },
    { ...rate, against: `${raw}, ${BULK_ROWS} rows a commit`, yardstick: added.length / bulk },
  ];
}

async function withFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Rows per second into the embedded store, beside a prepared INSERT of the same rows with the same durability. */
export function measureEmbeddedIngest() {
  return withFolder(async (folder) => {
    const store = await openStore({ dataFolder: folder });
    const raw = new Database(join(folder, "raw.db"));
    raw.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE raw (tbl TEXT, body TEXT)");
    const insert = raw.prepare("INSERT INTO raw VALUES (?, ?)");
    const insertAll = raw.transaction((rows) => {
      for (const { table, body } of rows) insert.run(table, body);
    });
    try {
      return await compare({
        engine: "embedded",
        raw: "raw prepared INSERT",
        store,
        write: (rows) => insertAll(rows),
      });
    } finally {
      raw.close();
      await store.close();
    }
  });
}

/** Rows per second into Neo4j, beside a raw UNWIND that creates one node for each of the same rows. */
export function measureNeo4jIngest(engine) {
  return withFolder(async (folder) => {
    const store = await openStore({ dataFolder: folder, neo4j: engine });
    const driver = neo4j.driver(engine.uri, neo4j.auth.basic(engine.user, engine.password));
    const { database } = engine;
    const create = "UNWIND $rows AS row CREATE (:Raw {table: row.table, body: row.body})";
    try {
      const write = (rows) => driver.executeQuery(create, { rows }, { database });
      return await compare({ engine: "Neo4j", raw: "raw UNWIND", store, write });
    } finally {
      await store.close();
      await emptyDatabase(driver, database);
      await driver.close();
    }
  });
}
