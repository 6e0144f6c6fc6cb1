import type { EntityId, EntityState } from "@entente/graph-schema";
import { readJson, readNumber, type RunStatement } from "./row.ts";
import { heldAtVersion } from "./stored-version.ts";

/** More merges in a row than any chain of reviews makes; bounds the walk. */
const MAX_ALIAS_HOPS = 32;

const CURRENT = `
UNWIND range(0, size($ids) - 1) AS position
MATCH (:Entity {id: $ids[position]})-[:ALIAS_OF*0..${MAX_ALIAS_HOPS}]->(survivor:Entity)
WHERE survivor.state IS NOT NULL AND NOT EXISTS { (survivor)-[:ALIAS_OF]->() }
RETURN position, survivor.state AS state`;

const AT_VERSION = `
UNWIND range(0, size($ids) - 1) AS position
MATCH (:Entity {id: $ids[position]})-[hops:ALIAS_OF|WAS_ALIAS_OF*0..${MAX_ALIAS_HOPS}]->(survivor:Entity)
WHERE all(hop IN hops WHERE ${heldAtVersion("hop")})
  AND NOT EXISTS { (survivor)-[next:ALIAS_OF|WAS_ALIAS_OF]->() WHERE ${heldAtVersion("next")} }
OPTIONAL MATCH (survivor)<-[:STATE_OF]-(former:EntityState|AgreementState)
WHERE ${heldAtVersion("former")}
WITH position, CASE WHEN survivor.knownFrom <= $version THEN survivor.state ELSE former.state END AS state
WHERE state IS NOT NULL
RETURN position, state`;

/** States by id, in the order asked; merged ids answer with their survivor, unknown ones with null. */
export async function getEntities(
  run: RunStatement,
  ids: readonly EntityId[],
  version: number | null,
): Promise<(EntityState | null)[]> {
  if (ids.length === 0) return [];
  const rows = await (version === null
    ? run(CURRENT, { ids })
    : run(AT_VERSION, { ids, version: BigInt(version) }));
  const states = new Map(
    rows.map((row) => [readNumber(row, "position"), readJson<EntityState>(row, "state")]),
  );
  return ids.map((_, position) => states.get(position) ?? null);
}
