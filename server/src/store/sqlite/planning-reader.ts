import type { AgreementState, EntityState } from "@entente/graph-schema";
import type { PlanningReader } from "../graph-store.ts";
import { aliasesOf } from "./aliases.ts";
import {
  claimHistory,
  claimsOfDocument,
  claimsPointingAt,
  claimSubjects,
  liveClaims,
  subjectsOfDocument,
} from "./claims.ts";
import { listValue, type Row } from "./connection.ts";
import { currentVersion } from "./data-version.ts";
import { documentsById, documentsBySha, documentsByUrl, documentText, recordRows } from "./documents.ts";
import { linksById, linksOf } from "./links.ts";
import { profilesByKey, profilesOf } from "./profiles.ts";
import type { Reader } from "./read-pool.ts";
import { OPEN } from "./versions.ts";

const SETTING = "SELECT value FROM setting WHERE key = ?";
const LIST = "(SELECT value FROM json_each(?1))";
const CURRENT_STATES = `
SELECT e.id, e.state FROM entity_state e WHERE e.id IN ${LIST} AND e.known_to = ${OPEN}
UNION ALL
SELECT s.id, b.state FROM agreement_state s JOIN agreement_body b ON b.key = s.key
WHERE s.id IN ${LIST} AND s.known_to = ${OPEN} ORDER BY 1`;
const BY_NAME_KEY = `
SELECT DISTINCT e.id, e.state FROM entity_name n JOIN entity_state e ON e.id = n.id AND e.known_to = ${OPEN}
WHERE n.name_key IN (SELECT value FROM json_each(?)) AND n.type = ? ORDER BY e.id`;
const BY_PARTY_SET = `
SELECT s.id, b.state FROM agreement_state s JOIN agreement_body b ON b.key = s.key
WHERE s.party_set IN ${LIST} AND s.known_to = ${OPEN} ORDER BY s.id`;
const BY_PARTY = `
SELECT s.id, b.state FROM agreement_state s JOIN agreement_body b ON b.key = s.key
WHERE s.key IN (SELECT r.key FROM agreement_reach r WHERE r.party IN ${LIST} AND r.via = '') AND s.known_to = ${OPEN} ORDER BY s.id`;

const toState = (row: Row): EntityState => JSON.parse(String(row.state)) as EntityState;

/** The planner's verbs over one connection; all lists are by id. Inside a transaction they see one snapshot. */
export const planningReader = (reader: Reader): PlanningReader => ({
  dataVersion: () => currentVersion(reader),
  setting: async (key) => {
    const [row] = await reader.all(SETTING, [key]);
    return row ? String(row.value) : null;
  },
  documentsBySha: (sha256) => documentsBySha(reader, sha256),
  documentsByUrl: (url) => documentsByUrl(reader, url),
  recordRows: (document, rows) => recordRows(reader, document, rows),
  currentStates: async (ids) => (await reader.all(CURRENT_STATES, [listValue(ids)])).map(toState),
  statesByNameKey: async (type, keys) =>
    (await reader.all(BY_NAME_KEY, [listValue(keys), type])).map(toState),
  agreementsByPartySet: async (partySets) =>
    (await reader.all(BY_PARTY_SET, [listValue(partySets)])).map((row) => toState(row) as AgreementState),
  agreementsByParty: async (parties) =>
    (await reader.all(BY_PARTY, [listValue(parties)])).map((row) => toState(row) as AgreementState),
  liveClaims: (subjects) => liveClaims(reader, subjects),
  aliasesOf: (ids) => aliasesOf(reader, ids),
  linksOf: (ids) => linksOf(reader, ids),
  linksById: (ids) => linksById(reader, ids),
  profilesByKey: (keys, except) => profilesByKey(reader, keys, except),
  profilesOf: (ids) => profilesOf(reader, ids),
  claimsPointingAt: (ids) => claimsPointingAt(reader, ids),
  claimHistory: (family) => claimHistory(reader, family),
  claimsOfDocument: (document) => claimsOfDocument(reader, document),
  subjectsOfDocument: (document) => subjectsOfDocument(reader, document),
  documentText: (id) => documentText(reader, id),
  documentsById: (ids) => documentsById(reader, ids),
  claimSubjects: (after, limit) => claimSubjects(reader, after, limit),
});
