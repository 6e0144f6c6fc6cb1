import type { EntityType } from "@entente/graph-schema";
import type { SearchCandidate } from "../graph-store.ts";
import { listValue } from "./connection.ts";
import type { Reader } from "./read-pool.ts";

/** An agreement's degree is 1; people and events are party to nothing. */
const SEARCH = `
SELECT e.id, e.type, e.name, e.aliases, hit.matched,
  CASE e.type WHEN 'agreement' THEN 1 ELSE coalesce(d.agreements, 0) END AS degree
FROM (
  SELECT entry, count(*) AS matched FROM search_token
  WHERE token IN (SELECT value FROM json_each(?)) GROUP BY entry
) hit
CROSS JOIN search_entry e ON e.key = hit.entry
LEFT JOIN party_degree d ON d.id = e.id
WHERE e.type IN (SELECT value FROM json_each(?))
ORDER BY hit.matched DESC, degree DESC, e.id LIMIT ?`;

/** The best current entities by matched tokens, degree and id. */
export async function search(
  reader: Reader,
  { tokens, types }: { readonly tokens: readonly string[]; readonly types: readonly EntityType[] },
  limit: number,
): Promise<SearchCandidate[]> {
  const rows = await reader.all(SEARCH, [listValue([...new Set(tokens)]), listValue(types), limit]);
  return rows.map((row) => ({
    id: String(row.id),
    type: row.type as EntityType,
    name: String(row.name),
    aliases: JSON.parse(String(row.aliases)) as string[],
    matched: Number(row.matched),
    degree: Number(row.degree),
  }));
}
