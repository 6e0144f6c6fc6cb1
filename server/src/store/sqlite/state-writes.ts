import type { AgreementState, EntityState } from "@entente/graph-schema";
import { agreementKeys, distinctParties, partyPairs } from "../agreement-keys.ts";
import { packCountable, packDirection } from "../countable-rows.ts";
import { nameKeys, searchTokens } from "../search-keys.ts";
import { listValue, type SqlValue, type Write } from "./connection.ts";
import { OPEN } from "./versions.ts";

/** A state and the versions from and to which it holds; `knownTo` is OPEN while it does. */
export interface StateRow {
  readonly state: EntityState;
  readonly knownFrom: number;
  readonly knownTo: number;
}

const INSERT_ENTITY = `INSERT INTO entity_state (id, known_from, known_to, type, state) VALUES (?, ?, ?, ?, ?)`;
const INSERT_AGREEMENT = `INSERT INTO agreement_state (
  key, id, known_from, known_to, kind, status, binding, undated, earliest, latest, unvalued, usd_cents, pair_cents,
  party_count, party_set, sort_name, name_text, recorded_in, not_for_aggregates, part_of, accepted, proposed, disputed
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_BODY = "INSERT INTO agreement_body (key, state) VALUES (?, ?)";
const INSERT_COUNTING = "INSERT INTO agreement_counting (key, counting, direction) VALUES (?, ?, ?)";
const INSERT_REACH = "INSERT OR IGNORE INTO agreement_reach (party, key, via) VALUES (?, ?, ?)";
const INSERT_SECTOR = "INSERT OR IGNORE INTO agreement_sector (sector, key) VALUES (?, ?)";
const INSERT_DOCUMENT = "INSERT OR IGNORE INTO agreement_document (document, key) VALUES (?, ?)";
const INSERT_PAIR = "INSERT INTO agreement_pair (key, a, b) VALUES (?, ?, ?)";
const RAISE_DEGREE = `INSERT INTO party_degree (id, agreements) VALUES (?, 1)
ON CONFLICT (id) DO UPDATE SET agreements = agreements + 1`;
const INSERT_NAME = "INSERT INTO entity_name (name_key, type, id) VALUES (?, ?, ?)";
const INSERT_ENTRY = "INSERT INTO search_entry (id, type, name, aliases) VALUES (?, ?, ?, ?)";
/** All tokens of an entity at once: one value to pass between threads instead of a hundred. */
const INSERT_TOKENS = `INSERT INTO search_token (token, entry)
SELECT t.value, e.key FROM search_entry e, json_each(?) t WHERE e.id = ?`;

const LOWER_DEGREES = `UPDATE party_degree SET agreements = agreements - 1 WHERE id IN (
  SELECT r.party FROM agreement_state s JOIN agreement_reach r ON r.key = s.key
  WHERE s.id = ? AND s.known_to = ${OPEN}
)`;
const CLOSE_ENTITY = `UPDATE entity_state SET known_to = ? WHERE id = ? AND known_to = ${OPEN}`;
const CLOSE_AGREEMENT = `UPDATE agreement_state SET known_to = ? WHERE id = ? AND known_to = ${OPEN}`;
const DELETE_NAMES = "DELETE FROM entity_name WHERE id = ?";
const DELETE_ENTRY = "DELETE FROM search_entry WHERE id = ?";
const DELETE_TOKENS = "DELETE FROM search_token WHERE entry = (SELECT key FROM search_entry WHERE id = ?)";

/** Closes the current states of these ids at a version and takes them out of search. */
export function closeStates(ids: readonly string[], version: number): Write[] {
  const byId = ids.map((id) => [id]);
  const closing = ids.map((id) => [version, id]);
  return [
    { sql: LOWER_DEGREES, rows: byId },
    { sql: CLOSE_ENTITY, rows: closing },
    { sql: CLOSE_AGREEMENT, rows: closing },
    { sql: DELETE_NAMES, rows: byId },
    { sql: DELETE_TOKENS, rows: byId },
    { sql: DELETE_ENTRY, rows: byId },
  ];
}

/** All rows of these states; agreements get the row keys from `firstKey` on. */
export function insertStates(rows: readonly StateRow[], firstKey: number): Write[] {
  const agreements = rows
    .filter(isAgreement)
    .map((row, index) => ({ ...row, key: firstKey + index, keys: agreementKeys(row.state) }));
  const current = rows.filter(({ knownTo }) => knownTo === OPEN).map(({ state }) => state);
  const each = (values: (row: (typeof agreements)[number]) => SqlValue[][]): SqlValue[][] =>
    agreements.flatMap(values);
  return [
    { sql: INSERT_ENTITY, rows: rows.filter((row) => !isAgreement(row)).map(entityValues) },
    { sql: INSERT_AGREEMENT, rows: agreements.map(agreementValues) },
    { sql: INSERT_BODY, rows: agreements.map(({ key, state }) => [key, JSON.stringify(state)]) },
    {
      sql: INSERT_COUNTING,
      rows: agreements.map(({ key, state }) => [key, packCountable(state), packDirection(state)]),
    },
    {
      sql: INSERT_REACH,
      rows: each(({ key, state }) => state.reach.map(({ party, via }) => [party, key, via ?? ""])),
    },
    { sql: INSERT_SECTOR, rows: each(({ key, state }) => state.sectors.map((sector) => [sector, key])) },
    { sql: INSERT_DOCUMENT, rows: each(({ key, state }) => state.documents.map((id) => [id, key])) },
    { sql: INSERT_PAIR, rows: each(({ key, state }) => partyPairs(state).map(({ a, b }) => [key, a, b])) },
    {
      sql: RAISE_DEGREE,
      rows: each(({ knownTo, state }) => (knownTo === OPEN ? reached(state).map((party) => [party]) : [])),
    },
    ...searchWrites(current),
  ];
}

type AgreementRow = StateRow & { readonly state: AgreementState };
const isAgreement = (row: StateRow): row is AgreementRow => row.state.type === "agreement";

const reached = (state: AgreementState): string[] => [...new Set(state.reach.map(({ party }) => party))];

const entityValues = ({ state, knownFrom, knownTo }: StateRow): SqlValue[] => [
  state.id,
  knownFrom,
  knownTo,
  state.type,
  JSON.stringify(state),
];

/** In the order of INSERT_AGREEMENT's columns. */
function agreementValues(
  row: AgreementRow & { readonly key: number; readonly keys: ReturnType<typeof agreementKeys> },
): SqlValue[] {
  const { key, keys, state, knownFrom, knownTo } = row;
  return [
    key,
    state.id,
    knownFrom,
    knownTo,
    state.kind,
    state.status,
    state.binding ? 1 : 0,
    keys.undated,
    keys.earliest,
    keys.latest,
    keys.unvalued,
    BigInt(keys.usdCents),
    keys.pairCents === null ? null : BigInt(keys.pairCents),
    distinctParties(state).length,
    keys.partySet,
    keys.sortName,
    keys.nameText,
    state.recordedIn,
    state.notForAggregates ? 1 : 0,
    JSON.stringify(state.partOf),
    state.existence.accepted,
    state.existence.proposed,
    state.existence.disputed,
  ];
}

/** Sectors are a closed list that nobody searches for; names are matched for what sources name in words. */
function searchWrites(states: readonly EntityState[]): Write[] {
  const found = states.filter(({ type }) => type !== "sector");
  const named = states.filter(({ type }) => ["organization", "person", "event"].includes(type));
  return [
    {
      sql: INSERT_ENTRY,
      rows: found.map(({ id, type, name, aliases }) => [id, type, name, JSON.stringify(aliases)]),
    },
    {
      sql: INSERT_TOKENS,
      rows: found.map((state) => [listValue(searchTokens(state)), state.id]),
    },
    {
      sql: INSERT_NAME,
      rows: named.flatMap((state) => nameKeys(state).map((key) => [key, state.type, state.id])),
    },
  ];
}
