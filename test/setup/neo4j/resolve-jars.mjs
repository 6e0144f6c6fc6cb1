import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { MissingError } from "./missing.mjs";

const run = promisify(execFile);
const HERE = dirname(fileURLToPath(import.meta.url));

/** 5.26 is the long-term-support line, and the newest that runs on Java 17. */
const VERSION = "5.26.30";
const CACHE = join(HERE, `../../../node_modules/.cache/entente/neo4j-${VERSION}`);
/** Neo4j 5 needs at least this. */
const MIN_JAVA = 17;
/** An empty Maven repository takes 20 s on a good line; this is for a slow one. */
const MAVEN_TIMEOUT_MS = 8 * 60_000;
const HOW = `set ENTENTE_TEST_NEO4J_URI to an empty Neo4j 5, or install Java ${MIN_JAVA}+ and Maven (Debian: apt-get install -y openjdk-17-jre-headless maven)`;

/** The `java` to run Neo4j with: JAVA_HOME's, else the one on the PATH. */
export async function findJava() {
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin/java") : "java";
  const { stderr } = await run(java, ["-version"]).catch(() => {
    throw new MissingError(`Neo4j: no Java found; ${HOW}`);
  });
  const version = Number(/version "(\d+)/.exec(stderr)?.[1]);
  if (!(version >= MIN_JAVA)) throw new MissingError(`Neo4j: got Java ${version || "?"}; ${HOW}`);
  return java;
}

/** The folder with Neo4j's jars, fetched once by Maven and kept under node_modules/.cache. */
export async function resolveJars() {
  if (existsSync(CACHE)) return CACHE;
  await run("mvn", ["-v"]).catch(() => {
    throw new MissingError(`Neo4j: no Maven found; ${HOW}`);
  });
  process.stderr.write(`Fetching Neo4j ${VERSION} with Maven (123 MB, once) …\n`);
  const partial = `${CACHE}.${process.pid}.partial`;
  mkdirSync(partial, { recursive: true });
  const goal = ["dependency:copy-dependencies", `-DoutputDirectory=${partial}`, "-DincludeScope=runtime"];
  try {
    await run("mvn", ["-q", "-B", "-f", join(HERE, "pom.xml"), ...goal], { timeout: MAVEN_TIMEOUT_MS });
    // Renamed when whole, so an interrupted download is never taken for a finished one.
    if (!existsSync(CACHE)) renameSync(partial, CACHE);
  } catch (error) {
    const line = String(error.stdout || error.message)
      .split("\n")
      .find((each) => each.includes("ERROR"));
    throw new MissingError(`Neo4j: Maven could not fetch it (${line ?? error.message}); ${HOW}`);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  if (readdirSync(CACHE).length === 0)
    throw new Error(`${CACHE}: got an empty folder, expected jars; delete it`);
  return CACHE;
}
