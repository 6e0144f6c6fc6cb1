import type { AgreementState } from "@entente/graph-schema";
import type { AgreementOrder, OrderField, PageRequest, Scope, SortKey } from "../filter.ts";
import type { Count, Page } from "../graph-store.ts";
import { allOf, scopeCondition } from "./agreement-filter.ts";
import type { SqlValue } from "./connection.ts";
import type { Reader } from "./read-pool.ts";
import type { Condition } from "./versions.ts";

/** The column that tells a missing value, if any, and the one to sort by; both are never null. */
const COLUMNS: Readonly<Record<OrderField, { readonly missing: string | null; readonly key: string }>> = {
  date: { missing: "s.undated", key: "s.earliest" },
  value: { missing: "s.unvalued", key: "s.usd_cents" },
  name: { missing: null, key: "s.sort_name" },
  "recorded-at": { missing: null, key: "s.recorded_in" },
};

/** The keys of one page first, so that states are read for its rows only. */
const listStatement = (scope: string, orderBy: string): string => `
SELECT b.state FROM (
  SELECT s.key FROM agreement_state s WHERE ${scope} ORDER BY ${orderBy} LIMIT ?
) page JOIN agreement_state s ON s.key = page.key JOIN agreement_body b ON b.key = page.key
ORDER BY ${orderBy}`;

const countStatement = (scope: string): string =>
  `SELECT count(*) AS count FROM (SELECT 1 FROM agreement_state s WHERE ${scope} LIMIT ?)`;

const keyValue = (field: OrderField, key: string): SqlValue =>
  field === "value" || field === "recorded-at" ? BigInt(key) : key;

/** Rows behind `start` in the direction of reading. */
function afterKey(order: AgreementOrder, start: SortKey, backward: boolean): Condition {
  const { missing, key } = COLUMNS[order.field];
  const beyond = (order.direction === "asc") === backward ? "<" : ">";
  const value = keyValue(order.field, start.key);
  const tie = `${key} ${beyond} ? OR (${key} = ? AND s.id ${beyond} ?)`;
  if (missing === null) return { sql: tie, values: [value, value, start.id] };
  return {
    sql: `${missing} ${backward ? "<" : ">"} ? OR (${missing} = ? AND (${tie}))`,
    values: [start.missing, start.missing, value, value, start.id],
  };
}

function orderBy({ field, direction }: AgreementOrder, backward: boolean): string {
  const { missing, key } = COLUMNS[field];
  const way = (direction === "asc") === backward ? "DESC" : "ASC";
  const first = missing === null ? "" : `${missing} ${backward ? "DESC" : "ASC"}, `;
  return `${first}${key} ${way}, s.id ${way}`;
}

export async function listAgreements(
  reader: Reader,
  scope: Scope,
  { order, page }: { readonly order: AgreementOrder; readonly page: PageRequest },
): Promise<Page<AgreementState>> {
  const { start, backward, limit } = page;
  const condition = allOf([scopeCondition(scope), ...(start ? [afterKey(order, start, backward)] : [])]);
  const sql = listStatement(condition.sql, orderBy(order, backward));
  const rows = await reader.all(sql, [...condition.values, limit + 1]);
  const items = rows.slice(0, limit).map((row) => JSON.parse(String(row.state)) as AgreementState);
  return { items: backward ? items.reverse() : items, hasMore: rows.length > limit };
}

export async function countAgreements(reader: Reader, scope: Scope, cap: number): Promise<Count> {
  const { sql, values } = scopeCondition(scope);
  const [row] = await reader.all(countStatement(sql), [...values, cap + 1]);
  const count = Number(row?.count ?? 0);
  return { value: Math.min(count, cap), exact: count <= cap };
}
