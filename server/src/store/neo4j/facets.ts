import type { Scope } from "../filter.ts";
import type { FacetCount, FacetField } from "../graph-store.ts";
import { matchAgreements, readAllPeriods } from "./members.ts";
import { readNumber, readText, type RunStatement } from "./row.ts";

/** Cypher that binds each value of a matching agreement `a` to `key`, once an agreement. */
function keysOf(by: FacetField, { filter }: Scope): string {
  const found = filter.viaOrganizations ? "a.reach" : "a.parties";
  switch (by) {
    case "kind":
    case "status":
      return `WITH a, a.${by} AS key`;
    case "sector":
      return "UNWIND a.sectors AS key";
    case "party":
      return `UNWIND ${found} AS key`;
    case "bloc":
      return `WITH a WHERE a.undated = 0
UNWIND ${found} AS party
UNWIND [p IN coalesce($periods[party], []) WHERE p.start <= a.latest AND p.end >= a.earliest | p.bloc] AS key`;
  }
}

export async function facet(
  run: RunStatement,
  scope: Scope,
  { by, limit }: { readonly by: FacetField; readonly limit: number },
): Promise<FacetCount[]> {
  const match = await matchAgreements(run, scope);
  const text = `${match.text}
${keysOf(by, scope)}
WITH key, count(DISTINCT a) AS count
RETURN key, count ORDER BY count DESC, key LIMIT $limit`;
  const rows = await run(text, {
    ...match.parameters,
    ...(by === "bloc" ? { periods: await readAllPeriods(run, scope.version) } : {}),
    limit: BigInt(limit),
  });
  return rows.map((row) => ({ key: readText(row, "key"), count: readNumber(row, "count") }));
}
