import type { EntityId } from "@entente/graph-schema";
import type { AliasRow } from "../plan.ts";
import { listValue, type Row } from "./connection.ts";
import type { Reader } from "./read-pool.ts";
import { holdsAt } from "./versions.ts";

const LIST = "(SELECT value FROM json_each(?1))";
const OF_IDS = `SELECT a.* FROM alias a WHERE ${holdsAt("a", null).sql} AND (a.from_id IN ${LIST} OR a.to_id IN ${LIST}) ORDER BY a.from_id`;

/** Current aliases that lead from or to one of these ids, by `from`. */
export const aliasesOf = async (reader: Reader, ids: readonly EntityId[]): Promise<AliasRow[]> =>
  (await reader.all(OF_IDS, [listValue(ids)])).map(toAliasRow);

export const toAliasRow = (row: Row): AliasRow => ({
  from: String(row.from_id),
  to: String(row.to_id),
  by: String(row.by),
  score: Number(row.score),
  reasons: JSON.parse(String(row.reasons)) as string[],
});
