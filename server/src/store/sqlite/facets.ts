import type { Scope } from "../filter.ts";
import type { FacetCount, FacetField } from "../graph-store.ts";
import { memberOnTheDay, NO_VIA, scopeCondition } from "./agreement-filter.ts";
import type { Reader } from "./read-pool.ts";
import { holdsAt, type Condition } from "./versions.ts";

const NOTHING: Condition = { sql: "1 = 1", values: [] };

/** Where the values of a facet are found beside rows `s` of agreement_state, and what counts an agreement once. */
function sourceOf(
  by: FacetField,
  { filter, version }: Scope,
): { key: string; count: string; joins: string; where: Condition } {
  const via = filter.viaOrganizations ? "" : NO_VIA;
  const reach = `JOIN agreement_reach r ON r.key = s.key${via}`;
  const once = "count(DISTINCT s.key)";
  switch (by) {
    case "kind":
    case "status":
      return { key: `s.${by}`, count: "count(*)", joins: "", where: NOTHING };
    case "sector":
      return {
        key: "c.sector",
        count: "count(*)",
        joins: "JOIN agreement_sector c ON c.key = s.key",
        where: NOTHING,
      };
    case "party":
      return { key: "r.party", count: once, joins: reach, where: NOTHING };
    case "bloc": {
      const held = holdsAt("m", version);
      return {
        key: "m.bloc",
        count: once,
        joins: `${reach} JOIN membership m ON m.member = r.party`,
        where: { sql: `${held.sql} AND ${memberOnTheDay}`, values: held.values },
      };
    }
  }
}

export async function facet(
  reader: Reader,
  scope: Scope,
  { by, limit }: { readonly by: FacetField; readonly limit: number },
): Promise<FacetCount[]> {
  const { key, count, joins, where } = sourceOf(by, scope);
  const { sql, values } = scopeCondition(scope);
  const rows = await reader.all(
    `SELECT ${key} AS key, ${count} AS count FROM agreement_state s ${joins}
WHERE ${where.sql} AND ${sql} GROUP BY ${key} ORDER BY count DESC, key LIMIT ?`,
    [...where.values, ...values, limit],
  );
  return rows.map((row) => ({ key: String(row.key), count: Number(row.count) }));
}
