import { pino, type Logger } from "pino";
import { readConfig, type Config } from "../config.ts";
import { createServer, type EntenteServer } from "../create-server.ts";
import { loadReference, needsSeed } from "../ingest/index.ts";
import type { GraphStore } from "../store/graph-store.ts";
import { openStore } from "../store/open-store.ts";
import { UsageError } from "../errors.ts";
import { expectPositionals, type Command, type Io } from "./command.ts";
import { seed } from "./seed.ts";

const LOG_LEVELS = ["silent", "error", "warn", "info", "debug"];

export const serveCommand: Command = {
  name: "serve",
  help: `Usage: entente serve

Opens the store, seeds it if it is empty (ENTENTE_SEED=none leaves it empty), and serves the explorer at /, the API at
/graphql and GraphiQL at /graphiql until it is told to stop. PORT (4000) and HOST (127.0.0.1) say where; bound to any
other address than loopback the server is read-only. ENTENTE_LOG=debug logs more.`,
  options: {},
  run: async (invocation, io) => {
    expectPositionals(invocation, 0, "no arguments; set PORT and HOST instead");
    const config = readConfig(io.env);
    const logger = createLogger(io);
    const store = await openStore(config.store);
    try {
      await fillStore(store, config, io);
      const server = await createServer({ store, logger, host: config.host, port: config.port });
      const stop = stopSignal(logger);
      try {
        await announce(server, io);
        return await stop;
      } finally {
        await server.close();
      }
    } finally {
      await store.close();
    }
  },
};

/** To stderr: stdout is for data. */
function createLogger({ env }: Io): Logger {
  const level = env.ENTENTE_LOG || "info";
  if (!LOG_LEVELS.includes(level)) {
    throw new UsageError(`ENTENTE_LOG: got "${level}", expected one of ${LOG_LEVELS.join(", ")}`);
  }
  return pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
}

async function fillStore(store: GraphStore, config: Config, io: Io): Promise<void> {
  await loadReference(store);
  if (config.seed === "none" || !(await needsSeed(store))) return;
  io.err("The store is empty: seeding it (ENTENTE_SEED=none leaves it empty) …");
  const fresh = await seed(store, io);
  io.err(`Seeded ${fresh} documents.`);
}

async function announce(server: EntenteServer, io: Io): Promise<void> {
  const address = await server.listen();
  if (server.readOnly) {
    io.err(
      "Read-only: bound to more than this machine, and there are no keys yet. Bind HOST to 127.0.0.1 to add articles.",
    );
  }
  io.out(`Entente is ready at ${address}`);
}

/** Resolves with the exit code when somebody stops the program, or when something went wrong that nobody caught. */
function stopSignal(logger: Logger): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      process.once(signal, () => {
        logger.info({ signal }, "stopping");
        resolve(0);
      });
    }
    for (const event of ["unhandledRejection", "uncaughtException"] as const) {
      process.once(event, (error: unknown) => {
        logger.fatal({ err: error }, "unexpected fault: stopping");
        resolve(1);
      });
    }
  });
}
