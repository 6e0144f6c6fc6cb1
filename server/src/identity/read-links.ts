import type { EntityId } from "@entente/graph-schema";
import type { PlanningReader } from "../store/graph-store.ts";
import type { LinkRow } from "../store/plan.ts";
import { mayJoin } from "./match-links.ts";

/** Links that a commit adds, and ids of those that it closes. */
export interface LinkChange {
  readonly links: readonly LinkRow[];
  readonly closedLinks: readonly string[];
}

export interface LinkedIds {
  /** The ids asked for, and all that links which may join lead to from them, before or after the change. */
  readonly ids: ReadonlySet<EntityId>;
  readonly before: readonly LinkRow[];
  readonly after: readonly LinkRow[];
}

/** Reads all links by which these ids hang together, stored ones and those of the commit. */
export async function readLinks(
  from: Iterable<EntityId>,
  change: LinkChange,
  read: PlanningReader,
): Promise<LinkedIds> {
  const ids = new Set<EntityId>();
  const stored = new Map<string, LinkRow>();
  const added = new Map<string, LinkRow>();
  let frontier = [...new Set(from)];
  while (frontier.length > 0) {
    for (const id of frontier) ids.add(id);
    const found = await read.linksOf(frontier);
    const fresh = change.links.filter(({ a, b }) => frontier.includes(a) || frontier.includes(b));
    for (const link of found) stored.set(link.id, link);
    for (const link of fresh) added.set(link.id, link);
    const named = [...found, ...fresh].filter(mayJoin).flatMap(({ a, b }) => [a, b]);
    frontier = [...new Set(named)].filter((id) => !ids.has(id));
  }
  const before = [...stored.values()];
  const closed = new Set(change.closedLinks);
  return { ids, before, after: [...before.filter(({ id }) => !closed.has(id)), ...added.values()] };
}
