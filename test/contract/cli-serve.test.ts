import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { TRADE } from "./api-articles.ts";
import { runCli, startCli, useFolder } from "./run-cli.ts";
import { send } from "./use-server.ts";

const folder = useFolder();
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
});

interface Served {
  readonly child: ChildProcess;
  readonly address: string;
  readonly err: () => string;
}

/** Starts a server on a free port and waits until it says that it is ready. */
async function serve(env: Record<string, string>): Promise<Served> {
  const child = startCli(["serve"], { PORT: "0", ENTENTE_SEED: "none", ...env });
  running.push(child);
  let [out, err] = ["", ""];
  child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString("utf8")));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      out += chunk.toString("utf8");
      const ready = /^Entente is ready at (http:\S+)\n$/m.exec(out)?.[1];
      if (ready !== undefined) resolve(ready);
    });
    child.once("exit", (code) => reject(new Error(`serve ended with ${code}: ${err}`)));
  });
  return { child, address, err: () => err };
}

async function stop(child: ChildProcess): Promise<number | null> {
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const [code] = (await exited) as [number | null];
  return code;
}

const post = (address: string, query: string, variables: object = {}) =>
  send(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
const INGEST = `mutation ($input: IngestDocumentInput!) { ingestDocument(input: $input) { duplicate errors { message } } }`;

test("an empty server answers, sees what another process ingests, and stops cleanly", async () => {
  const env = { ENTENTE_DATA: join(folder, "shared") };
  const { child, address } = await serve(env);
  expect((await send(address, { path: "/health" })).status).toBe(200);
  expect((await send(address, { path: "/ready" })).status).toBe(200);
  const count = "{ documents { nodes { title } } }";
  const titles = async () =>
    [...((await post(address, count)).data.documents?.nodes ?? [])].map(({ title }) => String(title));
  expect(await titles()).not.toContain("Beside");
  const beside = await runCli(["ingest", "--title", "Beside", "-"], { env, stdin: TRADE.text });
  expect(beside.code).toBe(0);
  await expect.poll(titles, { timeout: 5000 }).toContain("Beside");
  expect(await stop(child)).toBe(0);
});

test("requests under way are answered when the server is told to stop", async () => {
  const { child, address } = await serve({ ENTENTE_DATA: join(folder, "drain") });
  const text = Array.from({ length: 400 }, (_, i) => `${TRADE.text} Paragraph ${i}.`).join("\n\n");
  const slow = post(address, INGEST, { input: { ...TRADE, text } });
  await new Promise((resolve) => setTimeout(resolve, 150));
  const stopped = stop(child);
  expect((await slow).data.ingestDocument).toEqual({ duplicate: false, errors: [] });
  expect(await stopped).toBe(0);
});

test("the last line of a seeding start is the address, on stdout alone", async () => {
  const started = performance.now();
  const { child, address, err } = await serve({
    ENTENTE_DATA: join(folder, "seeded"),
    ENTENTE_SEED: "default",
  });
  expect(performance.now() - started).toBeLessThan(60_000);
  expect(err()).toContain("seeding");
  const { data } = await post(
    address,
    "{ agreements { count { value } } overview(first: 20) { edges { id } } }",
  );
  expect(Number(data.agreements?.count?.value)).toBeGreaterThanOrEqual(60);
  expect(data.overview?.edges).toHaveLength(20);
  expect(await stop(child)).toBe(0);
});

test("bound to every address the server says that it is read-only", async () => {
  const { child, address, err } = await serve({ ENTENTE_DATA: join(folder, "open"), HOST: "0.0.0.0" });
  expect(err()).toContain("Read-only");
  const refused = await post(address.replace("0.0.0.0", "127.0.0.1"), INGEST, { input: TRADE });
  expect(refused.status).toBe(403);
  expect(await stop(child)).toBe(0);
});

test("a port in use, a wrong setting and a data folder that cannot be made are told in one line", async () => {
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const { port } = holder.address() as AddressInfo;
  const data = join(folder, "refused");
  writeFileSync(join(folder, "a-file"), "");
  mkdirSync(data);
  const runs = [
    [{ ENTENTE_DATA: data, PORT: String(port), ENTENTE_SEED: "none" }, `Port ${port} is in use`, 1],
    [{ ENTENTE_DATA: data, PORT: "http" }, 'PORT: got "http"', 2],
    [{ ENTENTE_DATA: data, HOST: "192.0.2.1", PORT: "0", ENTENTE_SEED: "none" }, 'HOST: got "192.0.2.1"', 1],
    [{ ENTENTE_DATA: join(folder, "a-file", "data") }, "ENTENTE_DATA", 1],
    [{ NEO4J_URI: "bolt://127.0.0.1:1", NEO4J_PASSWORD: "x" }, "127.0.0.1:1", 1],
  ] as const;
  for (const [env, message, code] of runs) {
    const run = await runCli(["serve"], { env });
    expect([run.code, run.out]).toEqual([code, ""]);
    expect(run.err).toContain(message);
    expect(run.err).not.toMatch(/\n\s+at /);
  }
  holder.close();
});
