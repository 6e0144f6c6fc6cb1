import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import neo4j from "neo4j-driver";

const run = promisify(execFile);
/** Bolt answers after 6 s on two idle cores; a loaded machine may take many times that. */
const READY_TIMEOUT_MS = 120_000;
const POLL_MS = 250;

const OPENS = [
  "java.base/java.nio",
  "java.base/java.io",
  "java.base/sun.nio.ch",
  "java.base/java.util.concurrent",
];

/** Port 0 would work but Neo4j never tells which one it got, so a free one is picked first. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** `db.tx_log.preallocate=false` keeps an empty store at 5 MB instead of 517 MB. */
const settings = (port) => `server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${port}
server.http.enabled=false
server.https.enabled=false
server.memory.heap.initial_size=256m
server.memory.heap.max_size=1g
server.memory.pagecache.size=64m
dbms.usage_report.enabled=false
db.tx_log.preallocate=false
`;

async function waitUntilReady({ uri, user, password }, child) {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { connectionTimeout: 1000 });
  const deadline = Date.now() + READY_TIMEOUT_MS;
  try {
    for (;;) {
      const reason = await driver.verifyConnectivity({ database: "neo4j" }).then(
        () => null,
        (error) => error.message,
      );
      if (reason === null) return;
      if (child.exitCode !== null) throw new Error(`Java ended with code ${child.exitCode}`);
      if (Date.now() > deadline) throw new Error(`no answer within ${READY_TIMEOUT_MS / 1000} s: ${reason}`);
      await delay(POLL_MS);
    }
  } finally {
    await driver.close();
  }
}

/**
 * Starts Neo4j with a home folder and password of its own. Returns the connection, and `stop`, which kills it and
 * deletes its folder: nothing in it is worth the 10 s of an orderly shutdown.
 */
export async function startJava({ java, jars }) {
  const home = mkdtempSync(join(tmpdir(), "entente-neo4j-"));
  const password = randomBytes(12).toString("hex");
  const port = await freePort();
  let child;
  const stop = async () => {
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const conf = join(home, "conf");
  const classpath = ["-cp", join(jars, "*")];
  try {
    mkdirSync(conf);
    writeFileSync(join(conf, "neo4j.conf"), settings(port));
    await run(java, [...classpath, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password], {
      env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: conf },
    });
    // All compilers: planning thousands of statements is what the suite spends most of its time on.
    const memory = ["-Xms256m", "-Xmx1g", "-XX:+UseSerialGC"];
    const opens = OPENS.map((name) => `--add-opens=${name}=ALL-UNNAMED`);
    const entry = ["org.neo4j.server.CommunityEntryPoint", `--home-dir=${home}`, `--config-dir=${conf}`];
    child = spawn(java, [...memory, ...opens, ...classpath, ...entry], { stdio: "ignore" });
    child.on("error", () => undefined);
    const connection = { uri: `bolt://127.0.0.1:${port}`, user: "neo4j", password, database: "neo4j" };
    await waitUntilReady(connection, child);
    return { connection: { ...connection, pid: child.pid }, stop };
  } catch (error) {
    const log = join(home, "logs/neo4j.log");
    const tail = existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(-15).join("\n") : "(no log)";
    await stop();
    throw new Error(`Neo4j did not start: ${error.message}\n${tail}`, { cause: error });
  }
}
