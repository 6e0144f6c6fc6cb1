import { parseArgs } from "node:util";
import { EntenteError, UsageError } from "../errors.ts";
import { type Command, type Io } from "./command.ts";

interface Listed {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** A command brings much code along; only the one that is asked for is loaded. */
  readonly load: () => Promise<Command>;
}

const COMMANDS: readonly Listed[] = [
  {
    name: "serve",
    summary: "serve the API and the explorer",
    load: async () => (await import("./serve.ts")).serveCommand,
  },
  {
    name: "seed",
    summary: "put the data set that Entente starts with into the store",
    load: async () => (await import("./seed.ts")).seedCommand,
  },
  {
    name: "ingest",
    summary: "read articles and store what they state",
    load: async () => (await import("./ingest.ts")).ingestCommand,
  },
  {
    name: "extract",
    summary: "print what articles state, without a store",
    load: async () => (await import("./extract.ts")).extractCommand,
  },
  {
    name: "export",
    summary: "write agreements with their sources, or the whole store, to a file",
    load: async () => (await import("./export.ts")).exportCommand,
  },
  {
    name: "import",
    summary: "read a data set, or what export wrote",
    load: async () => (await import("./import.ts")).importCommand,
  },
  {
    name: "copy",
    summary: "copy one store into another, empty one",
    load: async () => (await import("./copy.ts")).copyCommand,
  },
  {
    name: "backup",
    summary: "write a copy of the embedded store to a file",
    load: async () => (await import("./backup.ts")).backupCommand,
  },
  {
    name: "restore",
    summary: "replace the embedded store by a backup",
    load: async () => (await import("./restore.ts")).restoreCommand,
  },
  {
    name: "rederive",
    summary: "recompute every state from its claims",
    load: async () => (await import("./rederive.ts")).rederiveCommand,
  },
  {
    name: "reextract",
    summary: "read stored articles again with a newer extractor",
    load: async () => (await import("./reextract.ts")).reextractCommand,
  },
  {
    name: "purge",
    summary: "erase a document for good, as a law may demand",
    load: async () => (await import("./purge.ts")).purgeCommand,
  },
  {
    name: "check",
    summary: "verify the store: files, evidence, states",
    load: async () => (await import("./check.ts")).checkCommand,
  },
];

const ENVIRONMENT = `Settings (environment variables):
  PORT, HOST          where serve listens (4000, 127.0.0.1; any other address than loopback is read-only)
  ENTENTE_DATA        folder of the embedded store (./data)
  ENTENTE_SEED        what serve puts into an empty store: default or none
  NEO4J_URI           use this Neo4j instead, with NEO4J_USER (neo4j), NEO4J_PASSWORD, NEO4J_DATABASE (neo4j)
  ENTENTE_LLM…        the model of --extractor llm and both: see entente extract --help`;

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
  const listed = COMMANDS.find((one) => one.name === name);
  if (!listed) {
    io.err(`entente: got "${name}", expected one of ${COMMANDS.map((one) => one.name).join(", ")}`);
    return 2;
  }
  try {
    return await runCommand(await listed.load(), rest, io);
  } catch (error) {
    io.progress(null);
    return explain(error, name, io);
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

function explain(error: unknown, name: string, { err, env }: Io): number {
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
