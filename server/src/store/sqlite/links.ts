import type { EntityId } from "@entente/graph-schema";
import type { LinkQuery, Page } from "../graph-store.ts";
import type { LinkKind, LinkRow } from "../plan.ts";
import { allOf } from "./agreement-filter.ts";
import { listValue, type Row } from "./connection.ts";
import type { Reader } from "./read-pool.ts";
import { holdsAt, type Condition } from "./versions.ts";

const LIST = "(SELECT value FROM json_each(?1))";
const OPEN_LINK = holdsAt("l", null).sql;
const OF_IDS = `
SELECT l.id, l.body FROM link l WHERE l.a IN ${LIST} AND ${OPEN_LINK}
UNION
SELECT l.id, l.body FROM link l WHERE l.b IN ${LIST} AND ${OPEN_LINK} ORDER BY 1`;
const BY_ID = `SELECT l.body FROM link l WHERE l.id IN ${LIST} AND ${OPEN_LINK} ORDER BY l.id`;
const pageStatement = (condition: string): string =>
  `SELECT l.body FROM link l WHERE ${condition} ORDER BY l.score DESC, l.id LIMIT ?`;
const countStatement = (condition: string): string =>
  `SELECT count(*) AS count FROM link l WHERE ${condition}`;

export const toLinkRow = (row: Row): LinkRow => JSON.parse(String(row.body)) as LinkRow;

/** Open links that touch one of these ids, by id. */
export const linksOf = async (reader: Reader, ids: readonly EntityId[]): Promise<LinkRow[]> =>
  (await reader.all(OF_IDS, [listValue(ids)])).map(toLinkRow);

export const linksById = async (reader: Reader, ids: readonly string[]): Promise<LinkRow[]> =>
  (await reader.all(BY_ID, [listValue(ids)])).map(toLinkRow);

const ofKind = (kind: LinkKind, version: number | null): Condition[] => [
  { sql: "l.kind = ?", values: [kind] },
  holdsAt("l", version),
];

export async function links(reader: Reader, query: LinkQuery): Promise<Page<LinkRow>> {
  const { kind, ids, version, limit, after } = query;
  const list = ids ? listValue(ids) : null;
  const { sql, values } = allOf([
    ...ofKind(kind, version),
    ...(list === null
      ? []
      : [
          {
            sql: "(l.a IN (SELECT value FROM json_each(?)) OR l.b IN (SELECT value FROM json_each(?)))",
            values: [list, list],
          },
        ]),
    ...(after
      ? [{ sql: "(l.score < ? OR (l.score = ? AND l.id > ?))", values: [after.score, after.score, after.id] }]
      : []),
  ]);
  const rows = await reader.all(pageStatement(sql), [...values, limit + 1]);
  return { items: rows.slice(0, limit).map(toLinkRow), hasMore: rows.length > limit };
}

export async function countLinks(reader: Reader, kind: LinkKind, version: number | null): Promise<number> {
  const { sql, values } = allOf(ofKind(kind, version));
  const [row] = await reader.all(countStatement(sql), values);
  return Number(row?.count ?? 0);
}
