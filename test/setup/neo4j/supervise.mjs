// Holds one Neo4j for as long as somebody holds this process's standard input. Prints one line of JSON: {engine},
// {missing} (this machine lacks something) or {fault}. It runs in a process group of its own, so that Ctrl-C, a crash
// or kill -9 of the test run closes the pipe and still ends Java.
import { MissingError } from "./missing.mjs";
import { findJava, resolveJars } from "./resolve-jars.mjs";
import { startJava } from "./start-java.mjs";
import { useGiven } from "./use-given.mjs";

let stop = async () => undefined;

// Nobody may be left to read what is written here.
process.stdout.on("error", () => undefined);
process.stderr.on("error", () => undefined);

async function start() {
  const given = process.env.ENTENTE_TEST_NEO4J_URI;
  if (given) return useGiven(given);
  return startJava({ java: await findJava(), jars: await resolveJars() });
}

function tell(answer) {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

const started = start();

let ending = false;
async function end() {
  if (ending) return;
  ending = true;
  // Java may be half way up: let it come up, then end it.
  await started.catch(() => undefined);
  await stop().catch(() => undefined);
  process.exit(0);
}
process.on("SIGTERM", end);
process.on("SIGINT", end);
process.stdin.resume();
process.stdin.on("close", end);

try {
  const { connection, stop: stopIt } = await started;
  stop = stopIt;
  tell({ engine: { name: "neo4j", ...connection } });
} catch (error) {
  tell(error instanceof MissingError ? { missing: error.message } : { fault: error.message });
}
