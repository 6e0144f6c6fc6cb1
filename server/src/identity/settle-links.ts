import type { EntityId } from "@entente/graph-schema";
import type { PlanningReader } from "../store/graph-store.ts";
import { isAutomatic, type LinkKind, type LinkRow } from "../store/plan.ts";
import { linkId } from "../ingest/hash-ids.ts";
import { groupIds, type IdGroup } from "./group-ids.ts";
import { byStrength, isCompared, mayJoin } from "./match-links.ts";
import { readLinks, type LinkChange, type LinkedIds } from "./read-links.ts";

type Groups = ReadonlyMap<EntityId, IdGroup>;

const membersOf = (id: EntityId, groups: Groups): readonly EntityId[] => {
  const group = groups.get(id);
  return group ? [group.survivor, ...group.merged] : [id];
};

function isTold(link: LinkRow, marks: readonly LinkRow[], groups: Groups): boolean {
  const [one, other] = [membersOf(link.a, groups), membersOf(link.b, groups)];
  return marks.some(
    ({ a, b }) => (one.includes(a) && other.includes(b)) || (one.includes(b) && other.includes(a)),
  );
}

/**
 * What each match amounts to: it joins, it is an open question, or it is settled by what people said, by other matches
 * or by a likelier question about the same two.
 */
function standings(links: readonly LinkRow[], groups: Groups): Map<LinkRow, LinkKind> {
  const marks = links.filter(({ kind }) => kind === "not-same");
  const asked = new Set<string>();
  const survivor = (id: EntityId): EntityId => groups.get(id)?.survivor ?? id;
  const standing = (link: LinkRow): LinkKind => {
    const [a, b] = [survivor(link.a), survivor(link.b)];
    if (a === b) return mayJoin(link) ? "same" : "settled";
    const question = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (link.a.split(":")[0] !== "agreement" || asked.has(question) || isTold(link, marks, groups))
      return "settled";
    asked.add(question);
    return "possibly-same";
  };
  return new Map(
    links
      .filter(isAutomatic)
      .sort(byStrength)
      .map((link) => [link, standing(link)]),
  );
}

/** Links whose other end lies outside the group: questions, which hang on the groups at both ends. */
async function withFringe(linked: LinkedIds, change: LinkChange, read: PlanningReader): Promise<LinkedIds> {
  const automatic = linked.after.filter(isAutomatic);
  const fringe = automatic
    .flatMap(({ a, b }) => [a, b])
    .filter((id) => isCompared(id) && !linked.ids.has(id));
  return fringe.length === 0 ? linked : await readLinks([...linked.ids, ...fringe], change, read);
}

/** The change with every match about the touched ids as it stands after it; a match that stands otherwise is written anew. */
export async function settleLinks(
  linked: LinkedIds,
  change: LinkChange,
  read: PlanningReader,
): Promise<LinkChange> {
  if (!linked.after.some(isAutomatic)) return { links: change.links, closedLinks: change.closedLinks };
  const wide = await withFringe(linked, change, read);
  const groups = groupIds(wide.ids, wide.after);
  const version = (await read.dataVersion()) + 1;
  const fresh = new Set(change.links.map(({ id }) => id));
  const links = new Map(change.links.map((link) => [link.id, link]));
  const closed = new Set(change.closedLinks);
  for (const [link, kind] of standings(wide.after, groups)) {
    if (link.kind === kind || !(linked.ids.has(link.a) || linked.ids.has(link.b))) continue;
    if (fresh.has(link.id)) {
      links.set(link.id, { ...link, kind });
      continue;
    }
    closed.add(link.id);
    const id = linkId(["match", link.a, link.b, String(version)]);
    links.set(id, { ...link, id, kind });
  }
  return { links: [...links.values()], closedLinks: [...closed] };
}
