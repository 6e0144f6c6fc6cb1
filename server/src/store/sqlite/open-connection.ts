import { existsSync } from "node:fs";
import type { Connection } from "./connection.ts";
import { openLocalConnection, type ConnectionOptions } from "./local-connection.ts";
import { openWorkerConnection } from "./worker-connection.ts";

const BUILT_WORKER = new URL("./connection-worker.js", import.meta.url);

/**
 * A connection in a worker thread. Node 20 cannot load a worker from TypeScript, so run from source (tests) the
 * same connection lives in this thread, where only rows after a statement's first and writes block.
 */
export const openConnection = (options: ConnectionOptions): Promise<Connection> =>
  existsSync(BUILT_WORKER) ? openWorkerConnection(BUILT_WORKER, options) : openLocalConnection(options);
