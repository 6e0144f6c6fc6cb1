import type { Erasure } from "../plan.ts";
import { listValue, type Connection } from "./connection.ts";
import { OPEN } from "./versions.ts";

const IDS = "(SELECT value FROM json_each(?1))";
/** The row's text names the document or one of its own ids. */
const names = (column: string): string =>
  `EXISTS (SELECT 1 FROM json_each(?1) named WHERE instr(${column}, named.value) > 0)`;

/** Former states that rest on the document; the current ones were written anew without it. */
const FORMER_KEYS = `SELECT s.key FROM agreement_state s JOIN agreement_body b ON b.key = s.key
WHERE s.known_to <> ${OPEN} AND ${names("b.state")}`;

/** All that hangs on a row of agreement_state. */
const AGREEMENT_TABLES = [
  "agreement_reach",
  "agreement_sector",
  "agreement_document",
  "agreement_pair",
  "agreement_counting",
  "agreement_body",
];

/** Take the ids that are erased, the document's first. Each deletes before what it is found by is gone. */
const BY_IDS = [
  `DELETE FROM audit WHERE subject IN ${IDS}
  OR subject IN (SELECT c.id FROM claim c WHERE c.document IN ${IDS})`,
  `CREATE TEMP TABLE erased_key AS ${FORMER_KEYS}`,
  ...AGREEMENT_TABLES.map(
    (table) => `DELETE FROM ${table} WHERE key IN (SELECT key FROM erased_key) AND ?1 IS NOT NULL`,
  ),
  "DELETE FROM agreement_state WHERE key IN (SELECT key FROM erased_key) AND ?1 IS NOT NULL",
  `DELETE FROM entity_state WHERE known_to <> ${OPEN} AND ${names("state")}`,
  `DELETE FROM claim WHERE document IN ${IDS}`,
  `DELETE FROM link WHERE a IN ${IDS} OR b IN ${IDS}`,
  `DELETE FROM alias WHERE from_id IN ${IDS} OR to_id IN ${IDS}`,
  `DELETE FROM match_key WHERE document IN ${IDS}`,
  `DELETE FROM match_profile WHERE document IN ${IDS}`,
  `DELETE FROM document_text WHERE document IN ${IDS}`,
  `DELETE FROM document_url WHERE document IN ${IDS}`,
  `DELETE FROM record WHERE document IN ${IDS}`,
  `DELETE FROM document WHERE id IN ${IDS}`,
  // What a commit answered may repeat any of it.
  "DELETE FROM idempotency WHERE ?1 IS NOT NULL",
];
const FORGET_ORIGIN = `UPDATE document SET state =
  replace(replace(state, '"revisionOf":"' || ?1 || '"', '"revisionOf":null'), '"syndicatedFrom":"' || ?1 || '"', '"syndicatedFrom":null')
WHERE instr(state, ?1) > 0`;

/** Deletes everything that rests on a document, of whatever version, from the open transaction. */
export async function erase(connection: Connection, { document, ids }: Erasure): Promise<void> {
  // Freed pages are overwritten: what is erased must not be readable in the file.
  await connection.exec("PRAGMA secure_delete = ON; DROP TABLE IF EXISTS temp.erased_key");
  const list = listValue([document, ...ids]);
  for (const sql of BY_IDS) await connection.write([{ sql, rows: [[list]] }]);
  await connection.write([{ sql: FORGET_ORIGIN, rows: [[document]] }]);
  await connection.exec("DROP TABLE temp.erased_key");
}
