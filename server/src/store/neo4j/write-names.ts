import type { EntityState } from "@entente/graph-schema";
import { nameKeys, searchTokens } from "../search-keys.ts";
import { writeInBatches } from "./batches.ts";
import type { RunStatement } from "./row.ts";

/** Types that sources name freely: a mention finds them again by a name key. */
const NAMED_FREELY: readonly string[] = ["organization", "person", "event"];

/** An entity has some eighty tokens: this many make a few thousand relationships in one statement. */
const ENTITIES_PER_STATEMENT = 50;

const DELETE_NAMES = `
UNWIND $rows AS row
MATCH (:Entity {id: row.id})<-[link:FINDS|NAMES]-()
DELETE link`;
const MERGE_TOKENS = `
UNWIND $rows AS row
MERGE (:SearchToken {token: row.token})`;
const LINK_TOKENS = `
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
UNWIND row.tokens AS token
MATCH (t:SearchToken {token: token})
CREATE (t)-[:FINDS]->(e)`;
const MERGE_NAME_KEYS = `
UNWIND $rows AS row
MERGE (:NameKey {key: row.token})`;
const LINK_NAME_KEYS = `
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
UNWIND row.tokens AS token
MATCH (n:NameKey {key: token})
CREATE (n)-[:NAMES]->(e)`;

interface NamedRow {
  readonly id: string;
  readonly tokens: readonly string[];
}

const distinctTokens = (rows: readonly NamedRow[]): { readonly token: string }[] =>
  [...new Set(rows.flatMap(({ tokens }) => tokens))].sort().map((token) => ({ token }));

export async function deleteNames(run: RunStatement, ids: readonly string[]): Promise<void> {
  await writeInBatches(run, DELETE_NAMES, { rows: ids.map((id) => ({ id })) });
}

/** Makes entities whose names changed findable by their new names, and by these only. */
export async function writeNames(
  run: RunStatement,
  changes: readonly { readonly state: EntityState; readonly before: EntityState | null }[],
): Promise<void> {
  const namesOf = (state: EntityState): string => JSON.stringify([state.name, state.aliases]);
  const renamed = changes.filter(({ state, before }) => !before || namesOf(before) !== namesOf(state));
  await deleteNames(
    run,
    renamed.filter(({ before }) => before).map(({ state }) => state.id),
  );
  // Sectors are a closed list that nobody searches for.
  const found = renamed
    .filter(({ state }) => state.type !== "sector")
    .map(({ state }) => ({ id: state.id, tokens: searchTokens(state) }));
  await writeInBatches(run, MERGE_TOKENS, { rows: distinctTokens(found) });
  await writeInBatches(run, LINK_TOKENS, { rows: found, rowsPerStatement: ENTITIES_PER_STATEMENT });
  const named = renamed
    .filter(({ state }) => NAMED_FREELY.includes(state.type))
    .map(({ state }) => ({ id: state.id, tokens: nameKeys(state) }));
  await writeInBatches(run, MERGE_NAME_KEYS, { rows: distinctTokens(named) });
  await writeInBatches(run, LINK_NAME_KEYS, { rows: named, rowsPerStatement: ENTITIES_PER_STATEMENT });
}
