import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { createServer, openStore } from "@entente/server";
import Database from "libsql";
import { loadGraph } from "./synthetic-graph.mjs";

const WARM_UP = 3;
const REQUESTS = 40;
const CURRENT = "known_to = 9007199254740991";

/** What is asked over HTTP, and the bare statement that reads or groups the same rows. */
const QUESTIONS = [
  {
    what: "total",
    query: "{ total { amount matching counted exclusions { reason count amount } rates { amount rate } } }",
    bare: `SELECT status, count(*), sum(usd_cents) FROM agreement_state WHERE ${CURRENT} GROUP BY status`,
  },
  {
    what: "total of a country",
    query:
      '{ total(filter: { partiesAny: ["country:KEN"] }) { amount counted exclusions { reason count } } }',
    bare: `SELECT status, count(*), sum(usd_cents) FROM agreement_state WHERE ${CURRENT} AND key IN
      (SELECT key FROM agreement_reach WHERE party = 'country:KEN') GROUP BY status`,
  },
  {
    what: "timeline",
    query: "{ timeline(bucket: YEAR) { buckets { start part { matching amount } } undated { matching } } }",
    bare: `SELECT substr(earliest, 1, 4), count(*), sum(usd_cents) FROM agreement_state WHERE ${CURRENT} GROUP BY 1`,
  },
  {
    what: "facets by kind, status, sector, party",
    query: `{ agreements(first: 1) { facets { byKind { key count } byStatus { key count } bySector { key count }
      byParty { key count } } } }`,
    bare: `SELECT r.party, count(*) FROM agreement_state s JOIN agreement_reach r ON r.key = s.key
      WHERE s.${CURRENT} GROUP BY r.party`,
  },
  {
    what: "facet by bloc",
    query: "{ agreements(first: 1) { facets { byBloc { key count } } } }",
    bare: `SELECT m.bloc, count(*) FROM agreement_state s JOIN agreement_reach r ON r.key = s.key
      JOIN membership m ON m.member = r.party AND m.${CURRENT} WHERE s.${CURRENT} GROUP BY m.bloc`,
  },
  {
    what: "flows",
    query:
      "{ flows(first: 50) { flows { from { id } to { id } part { counted amount } } shared { matching } } }",
    bare: `SELECT p.a, p.b, count(*), sum(s.pair_cents) FROM agreement_state s JOIN agreement_pair p ON p.key = s.key
      WHERE s.${CURRENT} GROUP BY p.a, p.b`,
  },
  {
    what: "list of 50",
    query: "{ agreements(first: 50) { nodes { id name kind status } pageInfo { hasNextPage } } }",
    bare: `SELECT b.state FROM agreement_state s JOIN agreement_body b ON b.key = s.key WHERE s.${CURRENT}
      ORDER BY s.undated, s.earliest DESC, s.id DESC LIMIT 50`,
  },
];

const percentile = (times, share) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

async function timesOf(work) {
  for (let index = 0; index < WARM_UP; index++) await work();
  const times = [];
  for (let index = 0; index < REQUESTS; index++) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return times;
}

let asked = 0;
/** A comment makes each request a different one, so that no cache answers it. */
async function ask(address, query) {
  asked += 1;
  const response = await globalThis.fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: `${query} # ${asked}` }),
  });
  const { errors } = await response.json();
  if (errors) throw new Error(`${query}: got ${JSON.stringify(errors)}, expected an answer`);
}

async function timeRequests(store) {
  const server = await createServer({ store, host: "127.0.0.1" });
  const address = await server.listen();
  const times = [];
  try {
    for (const { query } of QUESTIONS) times.push(await timesOf(() => ask(address, query)));
    return times;
  } finally {
    await server.close();
  }
}

async function timeStatements(file) {
  const database = new Database(file, { readonly: true });
  const times = [];
  try {
    for (const { bare } of QUESTIONS) {
      const statement = database.prepare(bare);
      times.push(await timesOf(() => statement.all()));
    }
    return times;
  } finally {
    database.close();
  }
}

async function measureSize(count) {
  const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
  const reference = await openStore({ dataFolder: join(folder, "reference") });
  const store = await openStore({ dataFolder: join(folder, "store") });
  const begun = performance.now();
  await loadGraph({ store, reference, count });
  console.log(`loaded ${count} agreements in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  await reference.close();
  try {
    // One after the other: a server closes connections that are idle while something else is measured.
    const times = await timeRequests(store);
    const yardsticks = await timeStatements(join(folder, "store", "entente.sqlite"));
    return QUESTIONS.flatMap(({ what }, at) =>
      Object.entries({ median: 0.5, p95: 0.95 }).map(([name, share]) => ({
        what: `${what}, ${count} agreements, ${name}`,
        value: percentile(times[at], share),
        unit: "ms",
        against: "the bare statement",
        yardstick: percentile(yardsticks[at], share),
      })),
    );
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds over HTTP, uncached, for each size, beside the statement that groups the same rows. */
export async function measureTotals(sizes) {
  const figures = [];
  for (const size of sizes) figures.push(...(await measureSize(size)));
  return figures;
}
