import type { EntityType } from "@entente/graph-schema";
import type { SearchCandidate } from "../graph-store.ts";
import { readNumber, readText, readTexts, type RunStatement } from "./row.ts";

/** An agreement is found as one, whatever it is party to. */
const FIND = `
MATCH (t:SearchToken)-[:FINDS]->(e:Entity)
WHERE t.token IN $tokens AND e.type IN $types
WITH e, count(t) AS matched, CASE e.type WHEN 'agreement' THEN 1 ELSE coalesce(e.degree, 0) END AS degree
ORDER BY matched DESC, degree DESC, e.id
LIMIT $limit
RETURN e.id AS id, e.type AS type, e.name AS name, e.aliases AS aliases, matched, degree
ORDER BY matched DESC, degree DESC, id`;

/** The best candidates by matched tokens, degree and id. */
export async function search(
  run: RunStatement,
  { tokens, types, limit }: { tokens: readonly string[]; types: readonly EntityType[]; limit: number },
): Promise<SearchCandidate[]> {
  if (tokens.length === 0) return [];
  const rows = await run(FIND, { tokens, types, limit: BigInt(limit) });
  return rows.map((row) => ({
    id: readText(row, "id"),
    type: readText(row, "type") as EntityType,
    name: readText(row, "name"),
    aliases: readTexts(row, "aliases"),
    matched: readNumber(row, "matched"),
    degree: readNumber(row, "degree"),
  }));
}
