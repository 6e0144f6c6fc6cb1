import type { EntityId } from "@entente/graph-schema";
import type { Scope } from "../filter.ts";
import type { PairRow, PartnerList } from "../graph-store.ts";
import { scopeCondition } from "./agreement-filter.ts";
import { listValue, type Row } from "./connection.ts";
import type { Reader } from "./read-pool.ts";

/** Sums are exact 64-bit integers and leave SQL as text. */
const FIGURES = `
  count(*) AS count,
  count(*) FILTER (WHERE s.party_count > 2) AS shared_count,
  CAST(sum(s.pair_cents) AS TEXT) AS usd_cents,
  min(s.earliest) FILTER (WHERE s.undated = 0) AS earliest,
  max(s.latest) FILTER (WHERE s.undated = 0) AS latest`;

const pairsStatement = (scope: string): string => `
SELECT p.a, p.b, ${FIGURES}
FROM agreement_state s JOIN agreement_pair p ON p.key = s.key
WHERE ${scope}
GROUP BY p.a, p.b ORDER BY count DESC, p.a, p.b LIMIT ?`;

const partnersStatement = (scope: string): string => `
WITH side AS (
  SELECT a AS node, b AS partner, a, b, key FROM agreement_pair WHERE a IN (SELECT value FROM json_each(?1))
  UNION ALL
  SELECT b AS node, a AS partner, a, b, key FROM agreement_pair WHERE b IN (SELECT value FROM json_each(?1))
), grouped AS (
  SELECT p.node, p.partner, p.a, p.b, ${FIGURES}
  FROM side p JOIN agreement_state s ON s.key = p.key
  WHERE ${scope}
  GROUP BY p.node, p.partner
), ranked AS (
  SELECT *,
    row_number() OVER (PARTITION BY node ORDER BY count DESC, partner) AS place,
    count(*) OVER (PARTITION BY node) AS all_partners,
    sum(count) OVER (PARTITION BY node) AS all_agreements
  FROM grouped
)
SELECT * FROM ranked WHERE place <= ? ORDER BY node, place`;

export async function pairs(reader: Reader, scope: Scope, limit: number): Promise<PairRow[]> {
  const { sql, values } = scopeCondition(scope);
  return (await reader.all(pairsStatement(sql), [...values, limit])).map(toPair);
}

export async function partners(
  reader: Reader,
  scope: Scope,
  { nodes, perNode }: { readonly nodes: readonly EntityId[]; readonly perNode: number },
): Promise<PartnerList[]> {
  const { sql, values } = scopeCondition(scope);
  const rows = await reader.all(partnersStatement(sql), [listValue(nodes), ...values, Math.max(perNode, 1)]);
  const byNode = new Map<string, Row[]>(nodes.map((node) => [node, []]));
  for (const row of rows) byNode.get(String(row.node))?.push(row);
  return nodes.map((node) => toPartnerList(node, byNode.get(node) ?? [], perNode));
}

function toPartnerList(node: EntityId, rows: readonly Row[], perNode: number): PartnerList {
  const listed = rows.slice(0, perNode).map(toPair);
  const listedAgreements = listed.reduce((sum, pair) => sum + pair.count, 0);
  return {
    node,
    partners: listed,
    omittedPartners: Number(rows[0]?.all_partners ?? 0) - listed.length,
    omittedAgreements: Number(rows[0]?.all_agreements ?? 0) - listedAgreements,
  };
}

const text = (value: Row[string] | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

const toPair = (row: Row): PairRow => ({
  a: String(row.a),
  b: String(row.b),
  count: Number(row.count),
  sharedCount: Number(row.shared_count),
  usdCents: text(row.usd_cents),
  earliest: text(row.earliest),
  latest: text(row.latest),
});
