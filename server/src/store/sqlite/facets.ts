import { setImmediate as nextTurn } from "node:timers/promises";
import type { Scope } from "../filter.ts";
import type { FacetCount, FacetField } from "../graph-store.ts";
import { NO_VIA, scopeCondition } from "./agreement-filter.ts";
import type { Reader } from "./read-pool.ts";
import { holdsAt } from "./versions.ts";

type ColumnFacet = Exclude<FacetField, "bloc">;

/** Where the values of a facet are found beside rows `s` of agreement_state, and what counts an agreement once. */
function sourceOf(by: ColumnFacet, via: string): { key: string; count: string; join: string } {
  switch (by) {
    case "kind":
    case "status":
      return { key: `s.${by}`, count: "count(*)", join: "" };
    case "sector":
      return {
        key: "c.sector",
        count: "count(*)",
        join: "JOIN agreement_sector c ON c.key = s.key",
      };
    case "party":
      return {
        key: "r.party",
        count: "count(DISTINCT s.key)",
        join: `JOIN agreement_reach r ON r.key = s.key${via}`,
      };
  }
}

async function facetByColumn(
  reader: Reader,
  scope: Scope,
  { by, via, limit }: { readonly by: ColumnFacet; readonly via: string; readonly limit: number },
): Promise<FacetCount[]> {
  const { key, count, join } = sourceOf(by, via);
  const { sql, values } = scopeCondition(scope);
  const rows = await reader.all(
    `SELECT ${key} AS key, ${count} AS count FROM agreement_state s ${join}
WHERE ${sql} GROUP BY ${key} ORDER BY count DESC, key LIMIT ?`,
    [...values, limit],
  );
  return rows.map((row) => ({ key: String(row.key), count: Number(row.count) }));
}

/** Dated agreements by their parties and span: few combinations, while joined memberships would be thirty a party. */
const groupsStatement = (scope: string, via: string): string => `
SELECT parties, earliest, latest, count(*) AS count FROM (
  SELECT s.earliest AS earliest, s.latest AS latest, group_concat(r.party, ' ' ORDER BY r.party) AS parties
  FROM agreement_state s JOIN agreement_reach r ON r.key = s.key${via}
  WHERE s.undated = 0 AND ${scope} GROUP BY s.key
) GROUP BY parties, earliest, latest`;

interface Period {
  readonly bloc: string;
  readonly start: string;
  readonly end: string;
}

/** Who was member of which bloc, and when, as the version knew it. */
async function readPeriods(reader: Reader, version: number | null): Promise<ReadonlyMap<string, Period[]>> {
  const held = holdsAt("m", version);
  const rows = await reader.all(
    `SELECT m.member, m.bloc, m.start_day, m.end_day FROM membership m WHERE m.role = 'member' AND ${held.sql}`,
    held.values,
  );
  const periods = new Map<string, Period[]>();
  for (const { member, bloc, start_day: start, end_day: end } of rows) {
    const period = { bloc: String(bloc), start: String(start), end: String(end) };
    const known = periods.get(String(member));
    if (known) known.push(period);
    else periods.set(String(member), [period]);
  }
  return periods;
}

/** Groups counted in one turn of the event loop. */
const GROUPS_PER_TURN = 1_000;

async function facetByBloc(
  reader: Reader,
  scope: Scope,
  { via, limit }: { readonly via: string; readonly limit: number },
): Promise<FacetCount[]> {
  const { sql, values } = scopeCondition(scope);
  const [periods, groups] = await Promise.all([
    readPeriods(reader, scope.version),
    reader.all(groupsStatement(sql, via), values),
  ]);
  const counts = new Map<string, number>();
  for (const [index, { parties, earliest, latest, count }] of groups.entries()) {
    if (index % GROUPS_PER_TURN === 0) await nextTurn();
    const [from, to] = [String(earliest), String(latest)];
    const members = String(parties)
      .split(" ")
      .flatMap((party) => periods.get(party) ?? []);
    const blocs = members.filter(({ start, end }) => start <= to && end >= from).map(({ bloc }) => bloc);
    for (const bloc of new Set(blocs)) counts.set(bloc, (counts.get(bloc) ?? 0) + Number(count));
  }
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .slice(0, limit);
}

export async function facet(
  reader: Reader,
  scope: Scope,
  { by, limit }: { readonly by: FacetField; readonly limit: number },
): Promise<FacetCount[]> {
  const via = scope.filter.viaOrganizations ? "" : NO_VIA;
  return by === "bloc"
    ? await facetByBloc(reader, scope, { via, limit })
    : await facetByColumn(reader, scope, { by, via, limit });
}
