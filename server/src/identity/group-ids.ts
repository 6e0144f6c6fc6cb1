import type { EntityId } from "@entente/graph-schema";
import { isAutomatic, type LinkRow } from "../store/plan.ts";

/** Ids that are one thing: the survivor, and those merged into it in order of id. */
export interface IdGroup {
  readonly survivor: EntityId;
  readonly merged: readonly EntityId[];
}

interface Component {
  readonly members: readonly EntityId[];
  readonly survivor: EntityId;
  /** Version of the newest merge by a person, whose choice of survivor stands; 0 where only matches made it. */
  readonly chosenIn: number;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** People's merges as they came, then matches by score: what a person said is never crossed by a match. */
function inOrder(a: LinkRow, b: LinkRow): number {
  const [matchA, matchB] = [isAutomatic(a), isAutomatic(b)];
  if (matchA !== matchB) return matchA ? 1 : -1;
  return (matchA ? b.score - a.score : a.recordedIn - b.recordedIn) || compare(a.id, b.id);
}

function survivorOf(a: Component, b: Component, link: LinkRow): Component["survivor"] {
  if (!isAutomatic(link) || a.chosenIn > b.chosenIn) return a.survivor;
  if (b.chosenIn > a.chosenIn) return b.survivor;
  return compare(a.survivor, b.survivor) < 0 ? a.survivor : b.survivor;
}

/**
 * Which of these ids are one thing. Depends on the set of links alone, not on the order in which they came: undoing
 * one gives what the others give without it. A match never joins what a person has marked as not the same.
 * `ids` must hold every id that a link of these names.
 */
export function groupIds(ids: Iterable<EntityId>, links: readonly LinkRow[]): Map<EntityId, IdGroup> {
  const components = new Map<EntityId, Component>();
  for (const id of ids) components.set(id, { members: [id], survivor: id, chosenIn: 0 });
  const apart = links.filter(({ kind }) => kind === "not-same");
  const isForbidden = (a: Component, b: Component): boolean =>
    apart.some(
      (mark) =>
        (a.members.includes(mark.a) && b.members.includes(mark.b)) ||
        (a.members.includes(mark.b) && b.members.includes(mark.a)),
    );
  for (const link of links.filter(({ kind }) => kind === "same").sort(inOrder)) {
    const [a, b] = [components.get(link.a), components.get(link.b)];
    if (!a || !b || a === b || (isAutomatic(link) && isForbidden(a, b))) continue;
    const joined: Component = {
      members: [...a.members, ...b.members],
      survivor: survivorOf(a, b, link),
      chosenIn: Math.max(a.chosenIn, b.chosenIn, isAutomatic(link) ? 0 : link.recordedIn),
    };
    for (const member of joined.members) components.set(member, joined);
  }
  const groups = new Map<Component, IdGroup>();
  return new Map(
    [...components].map(([id, component]) => {
      const { members, survivor } = component;
      const group = groups.get(component) ?? {
        survivor,
        merged: members.filter((member) => member !== survivor).sort(compare),
      };
      groups.set(component, group);
      return [id, group];
    }),
  );
}
