import type { EntityId, EntityState } from "@entente/graph-schema";
import { listValue } from "./connection.ts";
import type { Reader } from "./read-pool.ts";
import { holdsAt } from "./versions.ts";

/** Follows aliases as the version knew them; `UNION` ends a circle. */
const resolved = (aliasHolds: string): string => `
WITH RECURSIVE chain (asked, id) AS (
  SELECT value, value FROM json_each(?)
  UNION
  SELECT chain.asked, a.to_id FROM chain JOIN alias a ON a.from_id = chain.id AND ${aliasHolds}
), ends AS (
  SELECT asked, id FROM chain
  WHERE NOT EXISTS (SELECT 1 FROM alias a WHERE a.from_id = chain.id AND ${aliasHolds})
)`;

const statesStatement = (version: number | null): string => `${resolved(holdsAt("a", version).sql)}
SELECT ends.asked, e.state FROM ends CROSS JOIN entity_state e ON e.id = ends.id AND ${holdsAt("e", version).sql}
UNION ALL
SELECT ends.asked, b.state FROM ends CROSS JOIN agreement_state s ON s.id = ends.id AND ${holdsAt("s", version).sql}
JOIN agreement_body b ON b.key = s.key`;

export async function getEntities(
  reader: Reader,
  ids: readonly EntityId[],
  version: number | null,
): Promise<(EntityState | null)[]> {
  const moment = holdsAt("a", version).values;
  const values = [listValue(ids), ...moment, ...moment, ...moment, ...moment];
  const rows = await reader.all(statesStatement(version), values);
  const found = new Map(
    rows.map((row) => [String(row.asked), JSON.parse(String(row.state)) as EntityState] as const),
  );
  return ids.map((id) => found.get(id) ?? null);
}
