import { parseArgs } from "node:util";
import { EntenteError, UsageError } from "../errors.ts";
import { backupCommand } from "./backup.ts";
import { checkCommand } from "./check.ts";
import { type Command, type Io } from "./command.ts";
import { copyCommand } from "./copy.ts";
import { extractCommand } from "./extract.ts";
import { ingestCommand } from "./ingest.ts";
import { restoreCommand } from "./restore.ts";
import { seedCommand } from "./seed.ts";
import { serveCommand } from "./serve.ts";

const COMMANDS: readonly Command[] = [
  serveCommand,
  seedCommand,
  ingestCommand,
  extractCommand,
  copyCommand,
  backupCommand,
  restoreCommand,
  checkCommand,
];

const ENVIRONMENT = `Settings (environment variables):
  PORT, HOST          where serve listens (4000, 127.0.0.1; any other address than loopback is read-only)
  ENTENTE_DATA        folder of the embedded store (./data)
  ENTENTE_SEED        what serve puts into an empty store: default or none
  NEO4J_URI           use this Neo4j instead, with NEO4J_USER (neo4j), NEO4J_PASSWORD, NEO4J_DATABASE (neo4j)`;

const overview = (): string =>
  [
    "Usage: entente COMMAND [OPTIONS] …",
    "",
    "Commands:",
    ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`),
    "",
    "entente COMMAND --help tells more about each.",
    "",
    ENVIRONMENT,
  ].join("\n");

/** Runs the command that the arguments name. Answers with the exit code: 0 done, 1 failed, 2 wrong usage. */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    (name === undefined ? io.err : io.out)(overview());
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    io.err(`entente: got "${name}", expected one of ${COMMANDS.map((one) => one.name).join(", ")}`);
    return 2;
  }
  try {
    return await runCommand(command, rest, io);
  } catch (error) {
    io.progress(null);
    return explain(error, command, io);
  }
}

async function runCommand(command: Command, args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { ...command.options, help: { type: "boolean", short: "h" } },
    allowPositionals: true,
    strict: true,
  });
  if (values.help === true) {
    io.out(command.help);
    return 0;
  }
  const plain = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, Array.isArray(value) ? undefined : value]),
  );
  return await command.run({ positionals, values: plain }, io);
}

const isParseFault = (error: Error): boolean =>
  "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");

function explain(error: unknown, { name }: Command, { err, env }: Io): number {
  if (!(error instanceof Error)) {
    err(`entente ${name}: ${String(error)}`);
    return 1;
  }
  if (error instanceof UsageError || isParseFault(error)) {
    err(`entente ${name}: ${error.message}\nSee entente ${name} --help.`);
    return 2;
  }
  if (error instanceof EntenteError) err(`entente ${name}: ${error.message}`);
  else {
    err(`entente ${name}: unexpected fault: ${error.message}`);
    if (env.ENTENTE_DEBUG) err(error.stack ?? "");
    else err("Set ENTENTE_DEBUG=1 to see where it happened.");
  }
  return 1;
}
