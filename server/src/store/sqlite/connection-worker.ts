import { parentPort, workerData } from "node:worker_threads";
import { packError } from "./carried-error.ts";
import type { Connection } from "./connection.ts";
import { openLocalConnection } from "./local-connection.ts";
import type { Answer, Order, Request, WorkerStart } from "./worker-messages.ts";

/** Rows a message: the receiving thread unpacks one in about a millisecond. It asks for the next, for a thread unpacks all
 * that has arrived in one turn of its event loop. */
const ROWS_PER_MESSAGE = 200;

const port = parentPort;
if (!port) throw new Error("connection-worker.js must be started as a worker thread");
/** Readers that wait for the receiver to have unpacked what was sent. */
const waiting = new Map<number, () => void>();
const send = (answer: Answer): void => port.postMessage(answer);

async function serve(connection: Connection, id: number, request: Request): Promise<void> {
  switch (request.verb) {
    case "all": {
      const rows = await connection.all(request.sql, request.values);
      for (let start = 0; start < rows.length; start += ROWS_PER_MESSAGE) {
        send({ type: "rows", id, rows: rows.slice(start, start + ROWS_PER_MESSAGE) });
        if (start + ROWS_PER_MESSAGE < rows.length) {
          await new Promise<void>((resolve) => waiting.set(id, resolve));
        }
      }
      return;
    }
    case "write":
      return connection.write(request.batch);
    case "exec":
      return connection.exec(request.sql);
    case "close":
      return connection.close();
  }
}

try {
  const connection = await openLocalConnection(workerData as WorkerStart);
  port.on("message", (order: Order) => {
    if (order.type === "more") return waiting.get(order.id)?.();
    const { id, request } = order;
    serve(connection, id, request).then(
      () => {
        waiting.delete(id);
        send({ type: "done", id });
        if (request.verb === "close") port.close();
      },
      (error: unknown) => send({ type: "failed", id, error: packError(error) }),
    );
  });
  send({ type: "opened" });
} catch (error) {
  send({ type: "failed", id: null, error: packError(error) });
}
