import { Worker } from "node:worker_threads";
import { StoreUnavailableError } from "../../errors.ts";
import { unpackError } from "./carried-error.ts";
import type { Connection, Row } from "./connection.ts";
import type { ConnectionOptions } from "./local-connection.ts";
import type { Answer, Order, Request } from "./worker-messages.ts";

interface Pending {
  readonly rows: Row[];
  readonly resolve: (rows: Row[]) => void;
  readonly reject: (error: Error) => void;
}

/** A connection in a thread of its own: whatever it does, this thread's event loop goes on. */
export async function openWorkerConnection(entry: URL, options: ConnectionOptions): Promise<Connection> {
  const worker = new Worker(entry, { workerData: options, name: "entente-store" });
  const pending = new Map<number, Pending>();
  const order = (message: Order): void => worker.postMessage(message);
  let ended: Error | null = null;
  let nextId = 1;

  function end(error: Error): void {
    ended ??= error;
    for (const { reject } of pending.values()) reject(ended);
    pending.clear();
  }

  const opened = new Promise<void>((resolve, reject) => {
    worker.on("message", (answer: Answer) => {
      if (answer.type === "opened") return resolve();
      if (answer.type === "failed" && answer.id === null) return reject(unpackError(answer.error));
      receive(pending, answer);
      if (answer.type === "rows") order({ type: "more", id: answer.id });
    });
    worker.on("error", (error) => {
      end(error);
      reject(error);
    });
    worker.on("exit", () => {
      const error = new StoreUnavailableError("The store was closed.");
      end(error);
      reject(error);
    });
  });

  function ask(request: Request): Promise<Row[]> {
    if (ended) return Promise.reject(ended);
    const id = nextId++;
    return new Promise((resolve, reject) => {
      pending.set(id, { rows: [], resolve, reject });
      order({ type: "request", id, request });
    });
  }

  try {
    await opened;
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    all: (sql, values = []) => ask({ verb: "all", sql, values }),
    write: async (batch) => void (await ask({ verb: "write", batch })),
    exec: async (sql) => void (await ask({ verb: "exec", sql })),
    close: async () => {
      await ask({ verb: "close" });
      await worker.terminate();
    },
  };
}

function receive(pending: Map<number, Pending>, answer: Answer): void {
  if (answer.type === "opened" || answer.id === null) return;
  const waiting = pending.get(answer.id);
  if (!waiting) return;
  if (answer.type === "rows") {
    for (const row of answer.rows) waiting.rows.push(row);
    return;
  }
  pending.delete(answer.id);
  if (answer.type === "done") waiting.resolve(waiting.rows);
  else waiting.reject(unpackError(answer.error));
}
