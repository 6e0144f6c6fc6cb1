import type { AgreementState, EntityId, EntityState } from "@entente/graph-schema";
import type { PlanningReader } from "../graph-store.ts";
import type { AliasRow } from "../plan.ts";
import {
  claimHistory,
  claimsOfDocument,
  claimsPointingAt,
  claimSubjects,
  liveClaims,
  subjectsOfDocument,
} from "./claims.ts";
import { documentsById, documentsBySha, documentsByUrl, documentText, recordRows } from "./documents.ts";
import { partySetHash } from "./entity-properties.ts";
import { LABELS } from "./labels.ts";
import { linksById, linksOf } from "./links.ts";
import { profilesByKey, profilesOf } from "./profiles.ts";
import { setting, versionNumber } from "./log.ts";
import { readJson, readText, readTexts, type RunStatement } from "./row.ts";

const CURRENT_STATES = `
MATCH (e:Entity)
WHERE e.id IN $ids AND e.state IS NOT NULL
RETURN e.state AS state
ORDER BY e.id`;
const BY_NAME_KEY = (label: string): string => `
MATCH (n:NameKey)-[:NAMES]->(e:${label})
WHERE n.key IN $keys
WITH DISTINCT e
RETURN e.state AS state
ORDER BY e.id`;
const BY_PARTY_SET = `
MATCH (a:Agreement)
WHERE a.partySetHash IN $hashes
RETURN a.state AS state
ORDER BY a.id`;
const BY_PARTY = `
MATCH (party:Entity)-[:PARTY_TO]->(a:Agreement)
WHERE party.id IN $parties
WITH DISTINCT a
RETURN a.state AS state
ORDER BY a.id`;
const ALIASES = `
MATCH (named:Entity)-[alias:ALIAS_OF]-(:Entity)
WHERE named.id IN $ids
WITH DISTINCT alias
WITH alias, startNode(alias) AS from, endNode(alias) AS to
RETURN from.id AS from, to.id AS to, alias.by AS by, alias.score AS score, alias.reasons AS reasons
ORDER BY from.id, to.id`;

async function aliasesOf(run: RunStatement, ids: readonly EntityId[]): Promise<AliasRow[]> {
  const rows = await run(ALIASES, { ids });
  return rows.map((row) => ({
    from: readText(row, "from"),
    to: readText(row, "to"),
    by: readText(row, "by"),
    score: Number(row.score),
    reasons: readTexts(row, "reasons"),
  }));
}

/** What a planner may read, through one runner: single statements, or those of an open transaction. */
export function planningReader(run: RunStatement): PlanningReader {
  const states = async <T extends EntityState>(text: string, parameters: Record<string, unknown>) =>
    (await run(text, parameters)).map((row) => readJson<T>(row, "state"));
  return {
    dataVersion: () => versionNumber(run),
    setting: (key) => setting(run, key),
    documentsBySha: (sha256) => documentsBySha(run, sha256),
    documentsByUrl: (url) => documentsByUrl(run, url),
    recordRows: (document, rows) => recordRows(run, document, rows),
    currentStates: (ids) => states(CURRENT_STATES, { ids }),
    statesByNameKey: (type, keys) => states(BY_NAME_KEY(LABELS[type]), { keys }),
    agreementsByPartySet: (partySets) =>
      states<AgreementState>(BY_PARTY_SET, { hashes: partySets.map(partySetHash) }),
    agreementsByParty: (parties) => states<AgreementState>(BY_PARTY, { parties }),
    liveClaims: (subjects) => liveClaims(run, subjects),
    aliasesOf: (ids) => aliasesOf(run, ids),
    linksOf: (ids) => linksOf(run, ids),
    linksById: (ids) => linksById(run, ids),
    profilesByKey: (keys, except) => profilesByKey(run, keys, except),
    profilesOf: (ids) => profilesOf(run, ids),
    claimsPointingAt: (ids) => claimsPointingAt(run, ids),
    claimHistory: (family) => claimHistory(run, family),
    claimsOfDocument: (document) => claimsOfDocument(run, document),
    subjectsOfDocument: (document) => subjectsOfDocument(run, document),
    documentText: (id) => documentText(run, id),
    documentsById: (ids) => documentsById(run, ids),
    claimSubjects: (after, limit) => claimSubjects(run, after, limit),
  };
}
