import { createHash } from "node:crypto";
import type { DumpRow } from "../store/graph-store.ts";

/** Raised when a row's shape changes so that another release would misread it. */
export const FORMAT = 1;

/** First line of the file: what it is. */
export interface Header {
  readonly entente: "store";
  readonly format: number;
}

/** Last line: by it a file that was cut off or changed is known. `sha256` covers all bytes before the line. */
export interface End {
  readonly end: { readonly rows: number; readonly sha256: string };
}

/** Keys sorted at every depth: the engines build their rows in orders of their own, and equal stores give equal files. */
const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/**
 * A dump as lines of JSON: a header, a line for each row, and an end that proves it whole. The same rows give the same
 * bytes, whichever engine they come from.
 */
export async function* writeJsonLines(rows: AsyncIterable<DumpRow>): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const line = (value: Header | DumpRow): string => {
    const text = `${JSON.stringify(value, sortKeys)}\n`;
    hash.update(text);
    return text;
  };
  yield line({ entente: "store", format: FORMAT });
  let count = 0;
  for await (const { table, row } of rows) {
    count++;
    yield line({ table, row });
  }
  const end: End = { end: { rows: count, sha256: hash.digest("hex") } };
  yield `${JSON.stringify(end)}\n`;
}
