import type { EntityId } from "@entente/graph-schema";
import { isAutomatic, type LinkRow } from "../store/plan.ts";
import type { Component, Components } from "./component.ts";
import { joinMatches } from "./join-matches.ts";
import { mayJoin } from "./match-links.ts";

/** Ids that are one thing: the survivor, and those merged into it in order of id. */
export interface IdGroup {
  readonly survivor: EntityId;
  readonly merged: readonly EntityId[];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function mergePeople(components: Components, merges: readonly LinkRow[]): void {
  for (const { a, b, recordedIn } of merges) {
    const [one, other] = [components.get(a), components.get(b)];
    if (!one || !other || one === other) continue;
    const members = [...one.members, ...other.members];
    const chosenIn = Math.max(one.chosenIn, other.chosenIn, recordedIn);
    const joined = { members, survivor: one.survivor, chosenIn, blocks: [members] };
    for (const member of members) components.set(member, joined);
  }
}

/**
 * Which of these ids are one thing. Depends on the set of links alone, not on the order in which they came: undoing
 * one gives what the others give without it. People's merges come first, as they came; then matches, which never join
 * what a person has marked as not the same. `links` must hold every link that names one of `ids`, and `ids` all that
 * links which may join lead to.
 */
export function groupIds(ids: Iterable<EntityId>, links: readonly LinkRow[]): Map<EntityId, IdGroup> {
  const components: Components = new Map();
  for (const id of ids) components.set(id, { members: [id], survivor: id, chosenIn: 0, blocks: [[id]] });
  const joining = links.filter(mayJoin);
  const merges = joining.filter((link) => !isAutomatic(link));
  mergePeople(
    components,
    merges.sort((a, b) => a.recordedIn - b.recordedIn || compare(a.id, b.id)),
  );
  joinMatches(components, links);
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
