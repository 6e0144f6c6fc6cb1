import { setImmediate as nextTurn } from "node:timers/promises";
import { unpackCountables, unpackDirections } from "../countable-rows.ts";
import type { Scope } from "../filter.ts";
import type { Countable, Direction } from "../graph-store.ts";
import { scopeCondition } from "./agreement-filter.ts";
import type { Reader } from "./read-pool.ts";

/** Agreements that are parsed in one turn of the event loop: about a millisecond. */
const ROWS_PER_CHUNK = 500;

/** Whole chunks as one text each: passing rows between threads costs more than reading them. */
const chunksOf = (column: "counting" | "direction", scope: string): string => `
SELECT '[' || group_concat(value, ',' ORDER BY id) || ']' AS list FROM (
  SELECT c.${column} AS value, s.id AS id, (row_number() OVER (ORDER BY s.id) - 1) / ${ROWS_PER_CHUNK} AS chunk
  FROM agreement_state s JOIN agreement_counting c ON c.key = s.key
  WHERE c.${column} IS NOT NULL AND ${scope}
) GROUP BY chunk ORDER BY chunk`;

async function readChunks<T>(
  reader: Reader,
  { column, scope }: { readonly column: "counting" | "direction"; readonly scope: Scope },
  unpack: (list: string) => T[],
): Promise<T[]> {
  const { sql, values } = scopeCondition(scope);
  const found: T[] = [];
  for (const { list } of await reader.all(chunksOf(column, sql), values)) {
    for (const row of unpack(String(list))) found.push(row);
    await nextTurn();
  }
  return found;
}

export const countables = (reader: Reader, scope: Scope): Promise<Countable[]> =>
  readChunks(reader, { column: "counting", scope }, unpackCountables);

export const directions = (reader: Reader, scope: Scope): Promise<Direction[]> =>
  readChunks(reader, { column: "direction", scope }, unpackDirections);
