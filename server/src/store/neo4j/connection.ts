import neo4j, {
  isRetryableError,
  type Driver,
  type ManagedTransaction,
  type Transaction,
} from "neo4j-driver";
import { setTimeout as delay } from "node:timers/promises";
import { EntenteError } from "../../errors.ts";
import { beforeDeadline } from "./deadline.ts";
import { explainError } from "./explain-error.ts";
import type { Row, RunStatement } from "./row.ts";
import type { Neo4jSettings } from "./settings.ts";

/** The one driver of a store. Every failure of it rejects with an EntenteError. */
export interface Connection {
  readonly settings: Neo4jSettings;
  /** One reading statement; sees every earlier write of this store, on a cluster too. */
  readonly read: RunStatement;
  /** One statement in a transaction of its own, such as a schema change. */
  readonly change: RunStatement;
  /** One transaction: `work` may run again after a transient fault, so it must first look whether it is done already. */
  readonly transact: <T>(work: (run: RunStatement) => Promise<T>) => Promise<T>;
  /** Version of the server, such as "5.26.30". */
  readonly serverVersion: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Connections per server process; the driver's own default of 100 outgrows a small server's threads. */
const POOL_SIZE = 50;
const ACQUIRE_TIMEOUT_MS = 2_000;
const CONNECT_TIMEOUT_MS = 3_000;
/** A database that is down is reported after 2.6 s with this (measured), after 33 s with the driver's default. */
const RETRY_MS = 2_000;
/** A list of all 100,000 agreements' amounts takes a few seconds; what takes longer holds everybody up. */
const READ_DEADLINE_MS = 15_000;
/** A write waits for those before it: writers are serial. */
const WRITE_DEADLINE_MS = 60_000;
/** Pauses between tries, with jitter so that writers that collided do not collide again. */
const PAUSE_MS = { min: 25, max: 400 };

const pause = (): Promise<void> =>
  delay(PAUSE_MS.min + Math.random() * (PAUSE_MS.max - PAUSE_MS.min), undefined, { ref: false });

const runIn =
  (transaction: Transaction | ManagedTransaction): RunStatement =>
  async (text, parameters = {}) => {
    const { records } = await transaction.run(text, parameters);
    return records.map((record) => record.toObject() as Row);
  };

function createDriver({ uri, user, password }: Neo4jSettings): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(user, password), {
      maxConnectionPoolSize: POOL_SIZE,
      connectionAcquisitionTimeout: ACQUIRE_TIMEOUT_MS,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      maxTransactionRetryTime: RETRY_MS,
      // Counts, versions and cents are exact integers, never floats or the driver's own class.
      useBigInt: true,
      telemetryDisabled: true,
    });
  } catch {
    throw new EntenteError(
      "BAD_USER_INPUT",
      `NEO4J_URI: got "${uri}", expected an address such as bolt://127.0.0.1:7687 or neo4j://host:7687`,
    );
  }
}

/** Opens the driver; nothing is sent before the first statement. */
export function connect(settings: Neo4jSettings): Connection {
  const driver = createDriver(settings);
  const { database } = settings;
  const guard = async <T>(work: Promise<T>, deadlineMs: number): Promise<T> => {
    const answers = () => driver.verifyConnectivity({ database });
    try {
      return await beforeDeadline(work, { deadlineMs, answers });
    } catch (error) {
      throw explainError(error, settings);
    }
  };

  const once = async <T>(work: (run: RunStatement) => Promise<T>): Promise<T> => {
    const bookmarkManager = driver.executeQueryBookmarkManager;
    const session = driver.session({ database, defaultAccessMode: neo4j.session.WRITE, bookmarkManager });
    try {
      const transaction = await session.beginTransaction({ timeout: WRITE_DEADLINE_MS });
      try {
        const result = await work(runIn(transaction));
        await transaction.commit();
        return result;
      } catch (error) {
        // The first fault is the one to tell; a broken connection rolls back by itself.
        await transaction.rollback().catch(() => undefined);
        throw error;
      }
    } finally {
      await session.close().catch(() => undefined);
    }
  };
  const transact = async <T>(work: (run: RunStatement) => Promise<T>): Promise<T> => {
    const giveUpAt = Date.now() + RETRY_MS;
    for (;;) {
      try {
        return await once(work);
      } catch (error) {
        if (!isRetryableError(error) || Date.now() > giveUpAt) throw error;
        await pause();
      }
    }
  };
  const query = (routing: "READ" | "WRITE", timeout: number): RunStatement => {
    return async (text, parameters = {}) => {
      const work = driver.executeQuery(text, parameters, {
        database,
        routing,
        transactionConfig: { timeout },
      });
      const { records } = await guard(work, timeout);
      return records.map((record) => record.toObject() as Row);
    };
  };

  return {
    settings,
    read: query("READ", READ_DEADLINE_MS),
    change: query("WRITE", WRITE_DEADLINE_MS),
    transact: (work) => guard(transact(work), WRITE_DEADLINE_MS),
    serverVersion: async () => {
      const { agent } = await guard(driver.getServerInfo({ database }), READ_DEADLINE_MS);
      return /\/(\S+)/.exec(agent ?? "")?.[1] ?? "";
    },
    close: () => driver.close(),
  };
}
