import type { EntityId, EntityState, EntityType } from "@entente/graph-schema";
import { byKey, writeInBatches } from "./batches.ts";
import { entityLinks, LINK_TYPES, partyLinks } from "./entity-links.ts";
import { entityProperties } from "./entity-properties.ts";
import { LABELS } from "./labels.ts";
import type { RunStatement } from "./row.ts";
import { writeNames } from "./write-names.ts";

/** A current state: the one to write, and the one it takes the place of. */
export interface StateChange {
  readonly state: EntityState;
  readonly knownFrom: number;
  readonly before: EntityState | null;
}

const NAME_ENTITIES = `
UNWIND $rows AS row
MERGE (:Entity {id: row.id})`;

const writeNodes = (type: EntityType): string => `
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
SET e:${LABELS[type]}, e += row.properties`;

const DELETE_LINKS = `
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})-[link:IN_SECTOR|CONCLUDED_AT|SIGNED_BY|PART_OF|AMENDS|REPLACES|BASED_IN|HOLDS_OFFICE|HELD_IN]->()
DELETE link`;
const DELETE_PARTY_LINKS = `
UNWIND $rows AS row
MATCH (:Entity {id: row.id})<-[link:PARTY_TO|PARTY_THROUGH]-()
DELETE link`;

const writeLinks = (type: string): string => {
  const arrow = type.startsWith("PARTY_") ? `<-[link:${type}]-` : `-[link:${type}]->`;
  return `
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
MATCH (other:Entity {id: row.other})
CREATE (e)${arrow}(other)
SET link = row.properties`;
};

const ADD_DEGREES = `
UNWIND $rows AS row
MATCH (party:Entity {id: row.id})
SET party.degree = coalesce(party.degree, 0) + row.change`;

/** Makes sure that each id has a node that relationships can lead to. */
export async function nameEntities(run: RunStatement, ids: Iterable<EntityId>): Promise<void> {
  const rows = [...new Set(ids)].map((id) => ({ id }));
  await writeInBatches(run, NAME_ENTITIES, { rows: byKey(rows, ({ id }) => id) });
}

/** How many agreements each party gains or loses, those of its organizations included. */
export function degreeChanges(
  changes: readonly { readonly before: EntityState | null; readonly state: EntityState | null }[],
): ReadonlyMap<EntityId, number> {
  const degrees = new Map<EntityId, number>();
  const add = (state: EntityState | null, change: number): void => {
    if (state?.type !== "agreement") return;
    const found = new Set(partyLinks(state).map(({ other }) => other));
    for (const party of found) degrees.set(party, (degrees.get(party) ?? 0) + change);
  };
  for (const { before, state } of changes) {
    add(before, -1);
    add(state, 1);
  }
  return new Map([...degrees].filter(([, change]) => change !== 0));
}

export async function changeDegrees(
  run: RunStatement,
  degrees: ReadonlyMap<EntityId, number>,
): Promise<void> {
  await nameEntities(run, degrees.keys());
  const rows = [...degrees].map(([id, change]) => ({ id, change: BigInt(change) }));
  await writeInBatches(run, ADD_DEGREES, { rows: byKey(rows, ({ id }) => id) });
}

/** Deletes what follows from the former states of these entities; their nodes stay. */
export async function deleteLinks(run: RunStatement, ids: readonly EntityId[]): Promise<void> {
  const rows = [...ids].sort().map((id) => ({ id }));
  await writeInBatches(run, DELETE_LINKS, { rows });
  await writeInBatches(run, DELETE_PARTY_LINKS, { rows });
}

/** Writes current states: nodes first, relationships second, each sorted by id. */
export async function writeStates(run: RunStatement, changes: readonly StateChange[]): Promise<void> {
  const sorted = byKey(changes, ({ state }) => state.id);
  const links = sorted.map(({ state, before }) => {
    const now = entityLinks(state);
    const former = before ? entityLinks(before) : [];
    return { id: state.id, now, former, same: JSON.stringify(now) === JSON.stringify(former) };
  });
  await nameEntities(
    run,
    links.flatMap(({ id, now }) => [id, ...now.map(({ other }) => other)]),
  );
  for (const type of Object.keys(LABELS) as EntityType[]) {
    const rows = sorted
      .filter(({ state }) => state.type === type)
      .map(({ state, knownFrom }) => ({ id: state.id, properties: entityProperties(state, knownFrom) }));
    await writeInBatches(run, writeNodes(type), { rows });
  }
  const changed = links.filter(({ same }) => !same);
  await deleteLinks(
    run,
    changed.filter(({ former }) => former.length > 0).map(({ id }) => id),
  );
  for (const type of LINK_TYPES) {
    const rows = changed.flatMap(({ id, now }) =>
      now.filter((link) => link.type === type).map(({ other, properties }) => ({ id, other, properties })),
    );
    await writeInBatches(run, writeLinks(type), { rows });
  }
  await changeDegrees(run, degreeChanges(sorted));
  await writeNames(run, sorted);
}
