import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { median } from "./median.mjs";
import { freePort, spawnUntilReady } from "./spawn-until-ready.mjs";
import { ENTENTE, RAW } from "./start-up.mjs";

const REPEATS = 3;
const SECONDS = 4;
const CONNECTIONS = 10;

/** What a list in the explorer asks for. */
const QUERY = `query List {
  agreements(first: 50) {
    nodes {
      id name kind status
      date { text precision earliest latest }
      parties { role party { id name } }
      values { amount currency role hedge }
      sectors { id name }
    }
    pageInfo { hasNextPage endCursor }
  }
}`.replace(/\s+/g, " ");

let asked = 0;
/** A variable that the query does not use makes each request a different one, so that no cache answers it. */
const nextBody = () => {
  asked += 1;
  return JSON.stringify({ query: QUERY, variables: { asked } });
};

async function requestsPerSecond(port) {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}/graphql`,
    method: "POST",
    headers: { "content-type": "application/json" },
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: [{ setupRequest: (request) => ({ ...request, body: nextBody() }) }],
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `port ${port}: got ${result.non2xx} refusals and ${result.errors} errors, expected answers`,
    );
  }
  return result.requests.average;
}

async function fetchOne(port) {
  const response = await globalThis.fetch(`http://127.0.0.1:${port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: nextBody(),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text);
  const got = data?.agreements.nodes.length;
  if (got !== 50) throw new Error(`agreements(first: 50): got ${got ?? JSON.stringify(errors)}, expected 50`);
  return text;
}

/** Requests per second for 50 agreements, none of them from a cache, beside Express answering the very same bytes. */
export async function measureList(folder) {
  const answer = join(tmpdir(), `entente-bench-${process.pid}.json`);
  const ports = { entente: await freePort(), raw: await freePort() };
  const entente = await spawnUntilReady([ENTENTE, "serve"], {
    ready: "Entente is ready",
    env: { ENTENTE_DATA: folder, PORT: String(ports.entente) },
  });
  try {
    const text = await fetchOne(ports.entente);
    writeFileSync(answer, text);
    const raw = await spawnUntilReady([RAW, answer], {
      ready: "raw is ready",
      env: { PORT: String(ports.raw) },
    });
    const rates = { entente: [], raw: [] };
    try {
      for (const port of [ports.entente, ports.raw]) await requestsPerSecond(port);
      // Interleaved, so that other load on the machine falls on both.
      for (let repeat = 0; repeat < REPEATS; repeat += 1) {
        rates.entente.push(await requestsPerSecond(ports.entente));
        rates.raw.push(await requestsPerSecond(ports.raw));
      }
    } finally {
      await raw.stop();
    }
    const what = `list of 50 agreements, uncached (${(text.length / 1000).toFixed(0)} kB)`;
    const yardstick = median(rates.raw);
    return [
      { what, value: median(rates.entente), unit: "requests/s", against: "raw Express JSON", yardstick },
    ];
  } finally {
    await entente.stop();
    rmSync(answer, { force: true });
  }
}
