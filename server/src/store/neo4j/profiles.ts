import type { EntityId } from "@entente/graph-schema";
import type { ProfileRow } from "../plan.ts";
import { byKey, writeInBatches } from "./batches.ts";
import { readText, readTexts, type Row, type RunStatement } from "./row.ts";

/** A profile has some tens of keys: this many make a few thousand relationships in one statement. */
const PROFILES_PER_STATEMENT = 100;

const RETURNED =
  "RETURN p.id AS id, p.document AS document, p.keys AS keys, p.profile AS profile ORDER BY id";
const BY_KEY = `
MATCH (k:MatchKey)-[:FINDS_PROFILE]->(p:MatchProfile)
WHERE k.key IN $keys AND p.document <> $except
WITH DISTINCT p
${RETURNED}`;
const BY_ID = `
MATCH (p:MatchProfile)
WHERE p.id IN $ids
${RETURNED}`;
const DELETE = `
UNWIND $rows AS row
MATCH (p:MatchProfile {id: row.id})
DETACH DELETE p`;
const MERGE_KEYS = `
UNWIND $rows AS row
MERGE (:MatchKey {key: row.key})`;
const WRITE = `
UNWIND $rows AS row
CREATE (p:MatchProfile {id: row.id, document: row.document, keys: row.keys, profile: row.profile})
WITH p, row
UNWIND row.distinctKeys AS key
MATCH (k:MatchKey {key: key})
CREATE (k)-[:FINDS_PROFILE]->(p)`;

export const toProfileRow = (row: Row): ProfileRow => ({
  id: readText(row, "id"),
  document: readText(row, "document"),
  keys: readTexts(row, "keys"),
  profile: readText(row, "profile"),
});

export const profilesByKey = async (
  run: RunStatement,
  keys: readonly string[],
  except: string,
): Promise<ProfileRow[]> =>
  keys.length === 0 ? [] : (await run(BY_KEY, { keys, except })).map(toProfileRow);

export const profilesOf = async (run: RunStatement, ids: readonly EntityId[]): Promise<ProfileRow[]> =>
  ids.length === 0 ? [] : (await run(BY_ID, { ids })).map(toProfileRow);

export const deleteProfiles = (run: RunStatement, ids: readonly EntityId[]): Promise<void> =>
  writeInBatches(run, DELETE, { rows: [...new Set(ids)].sort().map((id) => ({ id })) });

export async function writeProfiles(run: RunStatement, profiles: readonly ProfileRow[]): Promise<void> {
  const rows = byKey(profiles, ({ id }) => id).map(({ id, document, keys, profile }) => ({
    id,
    document,
    keys,
    profile,
    distinctKeys: [...new Set(keys)],
  }));
  const keys = [...new Set(rows.flatMap(({ distinctKeys }) => distinctKeys))].sort();
  await writeInBatches(run, MERGE_KEYS, { rows: keys.map((key) => ({ key })) });
  await writeInBatches(run, WRITE, { rows, rowsPerStatement: PROFILES_PER_STATEMENT });
}
