import type { EntityId } from "@entente/graph-schema";
import { MAX_PAIRED_PARTIES } from "../agreement-keys.ts";
import type { Scope } from "../filter.ts";
import type { PairRow, PartnerList } from "../graph-store.ts";
import { agreementMatchOfNodes } from "./agreement-filter.ts";
import { joinCents } from "./cents.ts";
import { matchAgreements, readMembers } from "./members.ts";
import {
  readBigInt,
  readNumber,
  readRows,
  readText,
  readTextOrNull,
  type Row,
  type RunStatement,
} from "./row.ts";

/** What a group of agreements `a` adds up to. */
const SUMS = `count(a) AS count,
  sum(CASE WHEN a.partyCount > 2 THEN 1 ELSE 0 END) AS sharedCount,
  count(a.pairCentsLow) AS valued, sum(a.pairCentsHigh) AS centsHigh, sum(a.pairCentsLow) AS centsLow,
  min(CASE a.undated WHEN 0 THEN a.earliest END) AS earliest,
  max(CASE a.undated WHEN 0 THEN a.latest END) AS latest`;

/** Each agreement keeps its distinct parties sorted, so a pair always has `first` < `second`. */
const GROUP_PAIRS = `
WITH a WHERE a.partyCount >= 2 AND a.partyCount <= $maxParties
UNWIND range(0, a.partyCount - 2) AS position
UNWIND a.parties[position + 1..] AS second
WITH a.parties[position] AS first, second, ${SUMS}
RETURN first, second, count, sharedCount, valued, centsHigh, centsLow, earliest, latest
ORDER BY count DESC, first, second
LIMIT $limit`;

const GROUP_PARTNERS = `
WITH node, a WHERE a.partyCount <= $maxParties
UNWIND a.parties AS other
WITH node, other, a WHERE other <> node
WITH node, other, ${SUMS}
ORDER BY count DESC, other
WITH node, collect({other: other, count: count, sharedCount: sharedCount, valued: valued, centsHigh: centsHigh,
  centsLow: centsLow, earliest: earliest, latest: latest}) AS partners, sum(count) AS total
RETURN node, partners[..$perNode] AS partners, size(partners) AS partnerCount, total`;

const pairOf = (row: Row, [first, second]: readonly [EntityId, EntityId]): PairRow => ({
  a: first < second ? first : second,
  b: first < second ? second : first,
  count: readNumber(row, "count"),
  sharedCount: readNumber(row, "sharedCount"),
  usdCents:
    readNumber(row, "valued") === 0
      ? null
      : joinCents({ high: readBigInt(row, "centsHigh"), low: readBigInt(row, "centsLow") }),
  earliest: readTextOrNull(row, "earliest"),
  latest: readTextOrNull(row, "latest"),
});

export async function pairs(run: RunStatement, scope: Scope, limit: number): Promise<PairRow[]> {
  const match = await matchAgreements(run, scope);
  const rows = await run(`${match.text}${GROUP_PAIRS}`, {
    ...match.parameters,
    maxParties: BigInt(MAX_PAIRED_PARTIES),
    limit: BigInt(limit),
  });
  return rows.map((row) => pairOf(row, [readText(row, "first"), readText(row, "second")]));
}

function partnerList(node: EntityId, row: Row | undefined): PartnerList {
  if (!row) return { node, partners: [], omittedPartners: 0, omittedAgreements: 0 };
  const partners = readRows(row, "partners").map((each) => pairOf(each, [node, readText(each, "other")]));
  const shown = partners.reduce((sum, { count }) => sum + count, 0);
  return {
    node,
    partners,
    omittedPartners: readNumber(row, "partnerCount") - partners.length,
    omittedAgreements: readNumber(row, "total") - shown,
  };
}

export async function partners(
  run: RunStatement,
  { nodes, scope, perNode }: { nodes: readonly EntityId[]; scope: Scope; perNode: number },
): Promise<PartnerList[]> {
  const { text, parameters } = agreementMatchOfNodes(scope);
  const rows = await run(`${text}${GROUP_PARTNERS}`, {
    ...parameters,
    ...(await readMembers(run, scope)),
    nodes: [...new Set(nodes)],
    maxParties: BigInt(MAX_PAIRED_PARTIES),
    perNode: BigInt(perNode),
  });
  const byNode = new Map(rows.map((row) => [readText(row, "node"), row]));
  return nodes.map((node) => partnerList(node, byNode.get(node)));
}
