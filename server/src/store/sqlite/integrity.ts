import type { Reader } from "./read-pool.ts";
import { OPEN } from "./versions.ts";

/** A damaged file repeats itself; this many lines are enough to see that. */
const MAX_FAULTS = 100;

const FILE_CHECK = `PRAGMA integrity_check(${MAX_FAULTS})`;
const REFERENCES = "PRAGMA foreign_key_check";

/** Rows that contradict one another; each answers with a line for the reader. */
const CONTRADICTIONS = [
  `SELECT 'agreement ' || s.id || ': version ' || s.known_from || ' has no state' AS fault
   FROM agreement_state s LEFT JOIN agreement_body b ON b.key = s.key WHERE b.key IS NULL`,
  `SELECT 'claim ' || c.id || ': its document ' || c.document || ' is unknown' AS fault
   FROM claim c WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.id = c.document)`,
  `SELECT 'state ' || e.id || ': version ' || e.known_from || ' was never committed' AS fault
   FROM entity_state e WHERE e.known_from NOT IN (SELECT version FROM data_version)`,
  `SELECT 'state ' || s.id || ': version ' || s.known_from || ' was never committed' AS fault
   FROM agreement_state s WHERE s.known_from NOT IN (SELECT version FROM data_version)`,
  `SELECT 'data version ' || version || ': the one before it is missing' AS fault
   FROM data_version v WHERE version > 1 AND NOT EXISTS (SELECT 1 FROM data_version w WHERE w.version = v.version - 1)`,
  `SELECT 'party ' || id || ': its number of agreements is ' || agreements || ', counted ' || counted AS fault
   FROM (SELECT d.id, d.agreements, (
     SELECT count(DISTINCT s.key) FROM agreement_reach r JOIN agreement_state s ON s.key = r.key
     WHERE r.party = d.id AND s.known_to = ${OPEN}) AS counted FROM party_degree d) WHERE agreements <> counted`,
];

/** Faults in the file and between its rows, one line each; empty when sound. */
export async function checkIntegrity(reader: Reader): Promise<string[]> {
  const file = await reader.all(FILE_CHECK);
  const faults = file.map((row) => String(row.integrity_check)).filter((line) => line !== "ok");
  if (faults.length > 0) return faults;
  const references = await reader.all(REFERENCES);
  faults.push(...references.map((row) => `${row.table} row ${row.rowid}: refers to a missing ${row.parent}`));
  for (const sql of CONTRADICTIONS) {
    const rows = await reader.all(`${sql} LIMIT ${MAX_FAULTS}`);
    faults.push(...rows.map((row) => String(row.fault)));
  }
  return faults;
}
