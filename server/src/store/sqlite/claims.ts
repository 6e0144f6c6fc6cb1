import type { Claim, FuzzyDate, SourcedClaim, SourceRank } from "@entente/graph-schema";
import type { ClaimQuery } from "../graph-store.ts";
import { allOf } from "./agreement-filter.ts";
import { listValue, type Row } from "./connection.ts";
import type { Reader } from "./read-pool.ts";
import { OPEN, holdsAt, type Condition } from "./versions.ts";

/** A claim with its document as the version knew it; one whose document is gone keeps the lowest rank. */
const claimsStatement = (condition: string, documentHolds: string, order: string): string => `
SELECT c.body, d.rank, d.published
FROM claim c LEFT JOIN document d ON d.id = c.document AND ${documentHolds}
WHERE ${condition} ORDER BY ${order}`;

const NEWEST_FIRST = "c.recorded_in DESC, c.confidence DESC, c.id";

const liveAt = (version: number | null): Condition =>
  version === null
    ? { sql: `c.superseded_in = ${OPEN}`, values: [] }
    : { sql: "c.recorded_in <= ? AND c.superseded_in > ?", values: [version, version] };

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

const toSourcedClaim = (row: Row): SourcedClaim => ({
  ...(JSON.parse(String(row.body)) as Claim),
  supersededIn: null,
  source: {
    rank: (row.rank ?? "unknown") as SourceRank,
    published: row.published === null ? null : (JSON.parse(String(row.published)) as FuzzyDate),
  },
});
