import { resolve } from "node:path";
import { UsageError } from "./errors.ts";
import type { Neo4jAddress, StoreConfig } from "./store/open-store.ts";

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly seed: "default" | "none";
  readonly store: StoreConfig;
}

type Env = Readonly<Record<string, string | undefined>>;

const DEFAULT_PORT = 4000;
const DEFAULT_FOLDER = "./data";

/** Settings from environment variables; throws UsageError that names the variable. Empty ones count as missing. */
export function readConfig(env: Env): Config {
  const port = env.PORT || String(DEFAULT_PORT);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new UsageError(`PORT: got "${port}", expected a number from 0 to 65535`);
  }
  const seed = env.ENTENTE_SEED || "default";
  if (seed !== "default" && seed !== "none") {
    throw new UsageError(`ENTENTE_SEED: got "${seed}", expected default or none`);
  }
  return { port: Number(port), host: env.HOST || "127.0.0.1", seed, store: readStoreConfig(env) };
}

/** Where the graph is: Neo4j where NEO4J_URI names one, else a folder. */
export function readStoreConfig(env: Env): StoreConfig {
  const dataFolder = resolve(env.ENTENTE_DATA || DEFAULT_FOLDER);
  return env.NEO4J_URI ? { dataFolder, neo4j: readNeo4jAddress(env) } : { dataFolder };
}

export function readNeo4jAddress(env: Env): Neo4jAddress {
  const uri = env.NEO4J_URI;
  if (!uri) throw new UsageError("NEO4J_URI: not set, expected an address such as bolt://127.0.0.1:7687");
  if (!/^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\/[^/]+/.test(uri)) {
    throw new UsageError(`NEO4J_URI: got "${uri}", expected bolt://HOST:7687 or neo4j://HOST:7687`);
  }
  const password = env.NEO4J_PASSWORD;
  if (!password) throw new UsageError("NEO4J_PASSWORD: not set, expected the password of NEO4J_USER");
  return { uri, user: env.NEO4J_USER || "neo4j", password, database: env.NEO4J_DATABASE || "neo4j" };
}
