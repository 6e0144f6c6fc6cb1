import type { Plan } from "../plan.ts";
import type { Connection, Write } from "./connection.ts";
import {
  insertAliases,
  insertAudit,
  insertClaims,
  insertDocuments,
  insertLinks,
  insertMemberships,
  insertRecords,
  insertSettings,
  insertTexts,
  insertVersions,
  type Held,
} from "./row-writes.ts";
import { erase } from "./erase.ts";
import { deleteProfiles, insertProfiles } from "./profiles.ts";
import { closeStates, insertStates } from "./state-writes.ts";
import { OPEN } from "./versions.ts";

const STATES_PER_WRITE = 25;

const NEXT_KEY = "SELECT coalesce(max(key), 0) + 1 AS key FROM agreement_state";
const CLOSE_DOCUMENT = `UPDATE document SET known_to = ? WHERE id = ? AND known_to = ${OPEN}`;
const DELETE_URLS = "DELETE FROM document_url WHERE document = ?";
const SUPERSEDE_CLAIM = `UPDATE claim SET superseded_in = ? WHERE id = ? AND superseded_in = ${OPEN}`;
const CLOSE_MEMBERSHIP = `UPDATE membership SET known_to = ? WHERE bloc = ? AND member = ? AND known_to = ${OPEN}`;
const CLOSE_LINK = `UPDATE link SET known_to = ? WHERE id = ? AND known_to = ${OPEN}`;
const CLOSE_ALIAS = `UPDATE alias SET known_to = ? WHERE from_id = ? AND known_to = ${OPEN}`;

export async function nextAgreementKey(connection: Connection): Promise<number> {
  const [row] = await connection.all(NEXT_KEY);
  return Number(row?.key);
}

/** Writes all rows of a plan into the open transaction. */
export async function writePlan(connection: Connection, plan: Plan): Promise<void> {
  const { version } = plan;
  const since = <T>(value: T): Held<T> => ({ value, knownFrom: version, knownTo: OPEN });
  const closing = [...plan.states.map(({ id }) => id), ...plan.removedStates];
  await connection.write([
    insertVersions([plan]),
    ...closeRows(plan),
    ...insertDocuments(plan.documents.map(since)),
    insertTexts(plan.texts),
    insertRecords(plan.records),
    insertClaims(plan.claims),
    ...closeStates(closing, version),
    insertMemberships(plan.memberships.map(since)),
    insertAliases(plan.aliases.map(since)),
    insertLinks(plan.links.map(since)),
    ...deleteProfiles([...plan.removedProfiles, ...plan.profiles.map(({ id }) => id)]),
    ...insertProfiles(plan.profiles),
    insertSettings(plan.settings),
  ]);
  await writeStates(connection, plan);
  if (plan.erased) await erase(connection, plan.erased);
  await connection.write([insertAudit(plan.audit)]);
}

/** In parts: keys and tokens of one part are computed in a few milliseconds, so that readers are served in between. */
async function writeStates(connection: Connection, { states, version }: Plan): Promise<void> {
  let key = await nextAgreementKey(connection);
  for (let start = 0; start < states.length; start += STATES_PER_WRITE) {
    const part = states.slice(start, start + STATES_PER_WRITE);
    const rows = part.map((state) => ({ state, knownFrom: version, knownTo: OPEN }));
    await connection.write(insertStates(rows, key));
    key += part.length;
  }
}

function closeRows(plan: Plan): Write[] {
  const { version, documents, supersededClaims, memberships, aliases } = plan;
  const formerAliases = [...aliases.map(({ from }) => from), ...plan.closedAliases];
  const replaced = new Map(
    memberships.map(({ bloc, member }) => [`${bloc} ${member}`, [version, bloc, member]]),
  );
  return [
    { sql: CLOSE_DOCUMENT, rows: documents.map(({ id }) => [version, id]) },
    { sql: DELETE_URLS, rows: documents.map(({ id }) => [id]) },
    { sql: SUPERSEDE_CLAIM, rows: supersededClaims.map((id) => [version, id]) },
    { sql: CLOSE_MEMBERSHIP, rows: [...replaced.values()] },
    { sql: CLOSE_ALIAS, rows: formerAliases.map((from) => [version, from]) },
    { sql: CLOSE_LINK, rows: plan.closedLinks.map((id) => [version, id]) },
  ];
}
