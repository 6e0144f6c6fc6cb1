import type { Connection } from "./connection.ts";
import { openConnection } from "./open-connection.ts";

/** One reads on while the other is busy with a heavy statement; more would only share the same disk and cores. */
const READERS = 2;

export type Reader = Pick<Connection, "all">;

export interface ReadPool extends Reader {
  close(): Promise<void>;
}

/** Connections that only read; each statement goes to the one with the fewest in flight. */
export async function openReadPool(file: string, readonly: boolean): Promise<ReadPool> {
  const connections = await Promise.all(
    Array.from({ length: READERS }, () => openConnection({ file, readonly })),
  );
  const lanes = connections.map((connection) => ({ connection, inFlight: 0 }));
  return {
    async all(sql, values = []) {
      const lane = lanes.reduce((best, next) => (next.inFlight < best.inFlight ? next : best));
      lane.inFlight++;
      try {
        return await lane.connection.all(sql, values);
      } finally {
        lane.inFlight--;
      }
    },
    close: async () => void (await Promise.all(connections.map((connection) => connection.close()))),
  };
}
