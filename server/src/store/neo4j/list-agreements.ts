import type { AgreementState } from "@entente/graph-schema";
import type { AgreementOrder, OrderField, PageRequest, Scope, SortKey } from "../filter.ts";
import type { Count, Page } from "../graph-store.ts";
import { centsKey } from "./cents.ts";
import { matchAgreements } from "./members.ts";
import { readJson, readNumber, type RunStatement } from "./row.ts";

interface SortedBy {
  readonly missing: string | null;
  readonly key: string;
  readonly parameter: (key: string) => unknown;
}

const SORTED_BY: Readonly<Record<OrderField, SortedBy>> = {
  date: { missing: "a.undated", key: "a.earliest", parameter: (key) => key },
  value: { missing: "a.unvalued", key: "a.centsKey", parameter: centsKey },
  name: { missing: null, key: "a.sortName", parameter: (key) => key },
  "recorded-at": { missing: null, key: "a.recordedIn", parameter: BigInt },
};

/** `missing` goes up and the key its own way; a page that runs backward turns both round. */
function orderOf(sorted: SortedBy, { ascending, backward }: { ascending: boolean; backward: boolean }) {
  const up = ascending !== backward;
  const way = (direction: boolean): string => (direction ? "ASC" : "DESC");
  const keys = [`${sorted.key} ${way(up)}`, `a.id ${way(up)}`];
  const beyond = up ? ">" : "<";
  const after = `(${sorted.key} ${beyond} $startKey OR (${sorted.key} = $startKey AND a.id ${beyond} $startId))`;
  if (sorted.missing === null) return { orderBy: keys.join(", "), after };
  return {
    orderBy: [`${sorted.missing} ${way(!backward)}`, ...keys].join(", "),
    after: `(${sorted.missing} ${backward ? "<" : ">"} $startMissing OR (${sorted.missing} = $startMissing AND ${after}))`,
  };
}

const startParameters = (sorted: SortedBy, { missing, key, id }: SortKey) => ({
  startMissing: BigInt(missing),
  startKey: sorted.parameter(key),
  startId: id,
});

export async function listAgreements(
  run: RunStatement,
  { scope, order, page }: { scope: Scope; order: AgreementOrder; page: PageRequest },
): Promise<Page<AgreementState>> {
  const sorted = SORTED_BY[order.field];
  const match = await matchAgreements(run, scope);
  const ascending = order.direction === "asc";
  const { orderBy, after } = orderOf(sorted, { ascending, backward: page.backward });
  const text = [
    match.text,
    ...(page.start ? ["WITH a", `WHERE ${after}`] : []),
    "WITH a",
    `ORDER BY ${orderBy}`,
    "LIMIT $limit",
    "RETURN a.state AS state",
    `ORDER BY ${orderBy}`,
  ].join("\n");
  const rows = await run(text, {
    ...match.parameters,
    ...(page.start ? startParameters(sorted, page.start) : {}),
    limit: BigInt(page.limit + 1),
  });
  const items = rows.slice(0, page.limit).map((row) => readJson<AgreementState>(row, "state"));
  if (page.backward) items.reverse();
  return { items, hasMore: rows.length > page.limit };
}

export async function countAgreements(run: RunStatement, scope: Scope, cap: number): Promise<Count> {
  const match = await matchAgreements(run, scope);
  const text = `${match.text}\nWITH a LIMIT $limit\nRETURN count(a) AS count`;
  const [row] = await run(text, { ...match.parameters, limit: BigInt(cap + 1) });
  const count = row ? readNumber(row, "count") : 0;
  return { value: Math.min(count, cap), exact: count <= cap };
}
