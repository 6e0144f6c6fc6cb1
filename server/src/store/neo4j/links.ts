import type { EntityId } from "@entente/graph-schema";
import type { LinkQuery, Page } from "../graph-store.ts";
import type { LinkKind, LinkRow } from "../plan.ts";
import { readJson, readNumber, type RunStatement } from "./row.ts";
import { heldAtVersion } from "./stored-version.ts";

const OF_IDS = `
MATCH (l:Link)
WHERE (l.a IN $ids OR l.b IN $ids) AND l.knownTo IS NULL
RETURN l.link AS link
ORDER BY l.id`;
const BY_ID = `
MATCH (l:Link)
WHERE l.id IN $ids AND l.knownTo IS NULL
RETURN l.link AS link
ORDER BY l.id`;

const held = (version: number | null): string =>
  version === null ? "l.knownTo IS NULL" : heldAtVersion("l");
const ofKind = (version: number | null): string => `MATCH (l:Link {kind: $kind})\nWHERE ${held(version)}`;

const pageOf = ({ ids, version, after }: LinkQuery): string => `
${ofKind(version)}
${ids ? "AND (l.a IN $ids OR l.b IN $ids)" : ""}
${after ? "AND (l.score < $score OR (l.score = $score AND l.id > $id))" : ""}
RETURN l.link AS link
ORDER BY l.score DESC, l.id
LIMIT $limit`;

const at = (version: number | null) => (version === null ? {} : { version: BigInt(version) });

/** Open links that touch one of these ids, by id. */
export const linksOf = async (run: RunStatement, ids: readonly EntityId[]): Promise<LinkRow[]> =>
  ids.length === 0 ? [] : (await run(OF_IDS, { ids })).map((row) => readJson<LinkRow>(row, "link"));

export const linksById = async (run: RunStatement, ids: readonly string[]): Promise<LinkRow[]> =>
  ids.length === 0 ? [] : (await run(BY_ID, { ids })).map((row) => readJson<LinkRow>(row, "link"));

export async function links(run: RunStatement, query: LinkQuery): Promise<Page<LinkRow>> {
  const { kind, ids, version, limit, after } = query;
  const rows = await run(pageOf(query), {
    kind,
    limit: BigInt(limit + 1),
    ...(ids ? { ids } : {}),
    ...(after ?? {}),
    ...at(version),
  });
  const items = rows.slice(0, limit).map((row) => readJson<LinkRow>(row, "link"));
  return { items, hasMore: rows.length > limit };
}

export async function countLinks(run: RunStatement, kind: LinkKind, version: number | null): Promise<number> {
  const [row] = await run(`${ofKind(version)}\nRETURN count(l) AS count`, { kind, ...at(version) });
  return row ? readNumber(row, "count") : 0;
}
