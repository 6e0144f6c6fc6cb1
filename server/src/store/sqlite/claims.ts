import type { EntityId, Claim, FuzzyDate, SourcedClaim, SourceRank } from "@entente/graph-schema";
import type { ClaimQuery, Page, ReviewQueueQuery } from "../graph-store.ts";
import { allOf } from "./agreement-filter.ts";
import { listValue, type Row } from "./connection.ts";
import type { Reader } from "./read-pool.ts";
import { OPEN, holdsAt, knownTo, type Condition } from "./versions.ts";

/** A claim with its document as the version knew it; one whose document is gone keeps the lowest rank. */
const claimsStatement = (condition: string, documentHolds: string, order: string): string => `
SELECT c.body, c.superseded_in, d.rank, d.published
FROM claim c LEFT JOIN document d ON d.id = c.document AND ${documentHolds}
WHERE ${condition} ORDER BY ${order}`;

const NEWEST_FIRST = "c.recorded_in DESC, c.confidence DESC, c.id";

const liveAt = (version: number | null): Condition =>
  version === null
    ? { sql: `c.superseded_in = ${OPEN}`, values: [] }
    : { sql: "c.recorded_in <= ? AND c.superseded_in > ?", values: [version, version] };

const inFamily = (family: string): Condition => ({
  sql: "(c.id = ? OR (c.id > ? AND c.id < ?))",
  values: [family, `${family}~`, `${family}~~`],
});

const SUBJECTS = `SELECT DISTINCT subject FROM claim WHERE subject > ? AND superseded_in = ${OPEN} ORDER BY subject LIMIT ?`;

/** The words of a partial index, so that SQLite uses it. */
const NOT_COUNTRY: Condition = { sql: "substr(c.object, 1, 8) <> 'country:'", values: [] };

const inList = (column: string, list: readonly string[]): Condition => ({
  sql: `${column} IN (SELECT value FROM json_each(?))`,
  values: [listValue(list)],
});

export async function claims(reader: Reader, query: ClaimQuery): Promise<SourcedClaim[]> {
  const document = holdsAt("d", query.version);
  const { sql, values } = allOf([
    liveAt(query.version),
    ...(query.subjects ? [inList("c.subject", query.subjects)] : []),
    ...(query.document === undefined ? [] : [{ sql: "c.document = ?", values: [query.document] }]),
    ...(query.ids ? [inList("c.id", query.ids)] : []),
    ...(query.family === undefined ? [] : [inFamily(query.family)]),
  ]);
  const rows = await reader.all(claimsStatement(sql, document.sql, NEWEST_FIRST), [
    ...document.values,
    ...values,
  ]);
  return rows.map(toSourcedClaim);
}

/** Live claims about these subjects, by id. */
export async function liveClaims(reader: Reader, subjects: readonly string[]): Promise<SourcedClaim[]> {
  const { sql, values } = allOf([liveAt(null), inList("c.subject", subjects)]);
  const rows = await reader.all(claimsStatement(sql, holdsAt("d", null).sql, "c.id"), values);
  return rows.map(toSourcedClaim);
}

/** Live claims whose value is one of these entities, by id. */
export async function claimsPointingAt(reader: Reader, ids: readonly string[]): Promise<SourcedClaim[]> {
  const { sql, values } = allOf([liveAt(null), inList("c.object", ids), NOT_COUNTRY]);
  const rows = await reader.all(claimsStatement(sql, holdsAt("d", null).sql, "c.id"), values);
  return rows.map(toSourcedClaim);
}

/** All rows of a claim and its reviews, oldest first; `supersededIn` as stored. */
export async function claimHistory(reader: Reader, family: string): Promise<SourcedClaim[]> {
  const { sql, values } = inFamily(family);
  const text = claimsStatement(sql, holdsAt("d", null).sql, "c.recorded_in, c.id");
  const rows = await reader.all(text, values);
  return rows.map((row) => ({ ...toSourcedClaim(row), supersededIn: knownTo(row.superseded_in) }));
}

export async function claimsOfDocument(reader: Reader, document: string): Promise<SourcedClaim[]> {
  const { sql, values } = allOf([liveAt(null), { sql: "c.document = ?", values: [document] }]);
  const rows = await reader.all(claimsStatement(sql, holdsAt("d", null).sql, "c.id"), values);
  return rows.map(toSourcedClaim);
}

export async function claimSubjects(reader: Reader, after: string, limit: number): Promise<string[]> {
  const rows = await reader.all(SUBJECTS, [after, limit]);
  return rows.map((row) => String(row.subject));
}

const toReview = (document: string | null): Condition =>
  allOf([
    { sql: `c.superseded_in = ${OPEN} AND c.status = 'proposed'`, values: [] },
    ...(document === null ? [] : [{ sql: "c.document = ?", values: [document] }]),
  ]);

/** Proposed claims, the least certain first. */
export async function reviewQueue(
  reader: Reader,
  { document = null, limit, after }: Omit<ReviewQueueQuery, "document"> & { document?: string | null },
): Promise<Page<SourcedClaim>> {
  const { sql, values } = allOf([
    toReview(document),
    ...(after ? [{ sql: "(c.confidence, c.id) > (?, ?)", values: [after.confidence, after.id] }] : []),
  ]);
  const text = `${claimsStatement(sql, holdsAt("d", null).sql, "c.confidence, c.id")} LIMIT ?`;
  const rows = await reader.all(text, [...values, limit + 1]);
  return { items: rows.slice(0, limit).map(toSourcedClaim), hasMore: rows.length > limit };
}

export async function countReviewQueue(reader: Reader, document: string | null): Promise<number> {
  const { sql, values } = toReview(document);
  const [row] = await reader.all(`SELECT count(*) AS count FROM claim c WHERE ${sql}`, values);
  return Number(row?.count ?? 0);
}

const toSourcedClaim = (row: Row): SourcedClaim => ({
  ...(JSON.parse(String(row.body)) as Claim),
  supersededIn: null,
  source: {
    rank: (row.rank ?? "unknown") as SourceRank,
    published: row.published === null ? null : (JSON.parse(String(row.published)) as FuzzyDate),
  },
});

const SUBJECTS_OF_DOCUMENT = "SELECT DISTINCT c.subject FROM claim c WHERE c.document = ? ORDER BY c.subject";

/** Everything that claims of a document, live or not, were ever about, by id. */
export const subjectsOfDocument = async (reader: Reader, document: string): Promise<EntityId[]> =>
  (await reader.all(SUBJECTS_OF_DOCUMENT, [document])).map((row) => String(row.subject));
