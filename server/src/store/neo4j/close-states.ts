import type { EntityId, EntityState } from "@entente/graph-schema";
import { byKey, writeInBatches } from "./batches.ts";
import { partyLinks } from "./entity-links.ts";
import { entityProperties } from "./entity-properties.ts";
import { LABELS } from "./labels.ts";
import { readJson, readNumber, type RunStatement } from "./row.ts";
import { deleteNames } from "./write-names.ts";
import { changeDegrees, degreeChanges, deleteLinks, nameEntities } from "./write-states.ts";

/** A state that held from one version until another. */
export interface FormerState {
  readonly state: EntityState;
  readonly knownFrom: number;
  readonly knownTo: number;
}

const READ_CURRENT = `
MATCH (e:Entity)
WHERE e.id IN $ids AND e.state IS NOT NULL
RETURN e.state AS state, e.knownFrom AS knownFrom`;

const KEEP_ENTITIES = `
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
CREATE (former:EntityState)-[:STATE_OF]->(e)
SET former = row.properties`;
const KEEP_AGREEMENTS = `
UNWIND $rows AS row
MATCH (a:Entity {id: row.id})
CREATE (former:AgreementState)-[:STATE_OF]->(a)
SET former = row.properties`;
const keepParties = (type: string): string => `
UNWIND $rows AS row
MATCH (former:AgreementState {key: row.key})
MATCH (party:Entity {id: row.party})
CREATE (party)-[link:WAS_${type}]->(former)
SET link = row.properties`;

const FORGET_ENTITIES = `
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
REMOVE e:${Object.values(LABELS).join(":")}
SET e = {id: row.id, degree: e.degree}`;

/** The states that these entities have now, by id. */
export async function readCurrentStates(
  run: RunStatement,
  ids: readonly EntityId[],
): Promise<ReadonlyMap<EntityId, { readonly state: EntityState; readonly knownFrom: number }>> {
  const rows = ids.length === 0 ? [] : await run(READ_CURRENT, { ids });
  return new Map(
    rows.map((row) => {
      const state = readJson<EntityState>(row, "state");
      return [state.id, { state, knownFrom: readNumber(row, "knownFrom") }];
    }),
  );
}

/** Keeps superseded states apart from the current graph, agreements with who was party to them. */
export async function writeFormerStates(run: RunStatement, former: readonly FormerState[]): Promise<void> {
  const keyOf = ({ state, knownFrom }: FormerState): string => `${state.id}@${knownFrom}`;
  const sorted = byKey(former, keyOf);
  const rowOf = (row: FormerState) => ({
    id: row.state.id,
    properties: {
      ...entityProperties(row.state, row.knownFrom),
      key: keyOf(row),
      knownTo: BigInt(row.knownTo),
    },
  });
  const links = sorted.flatMap((row) =>
    row.state.type === "agreement"
      ? partyLinks(row.state).map(({ type, other, properties }) => ({
          type,
          row: { key: keyOf(row), party: other, properties },
        }))
      : [],
  );
  await nameEntities(run, [...sorted.map(({ state }) => state.id), ...links.map(({ row }) => row.party)]);
  const agreements = sorted.filter(({ state }) => state.type === "agreement");
  const entities = sorted.filter(({ state }) => state.type !== "agreement");
  await writeInBatches(run, KEEP_ENTITIES, { rows: entities.map(rowOf) });
  await writeInBatches(run, KEEP_AGREEMENTS, { rows: agreements.map(rowOf) });
  for (const type of ["PARTY_TO", "PARTY_THROUGH"]) {
    const rows = links.filter((link) => link.type === type).map(({ row }) => row);
    await writeInBatches(run, keepParties(type), { rows });
  }
}

/** Takes entities out of the current graph; a node that keeps only its id stays, for what still names it. */
export async function forgetStates(run: RunStatement, states: readonly EntityState[]): Promise<void> {
  const ids = states.map(({ id }) => id).sort();
  await deleteLinks(run, ids);
  await deleteNames(run, ids);
  await writeInBatches(run, FORGET_ENTITIES, { rows: ids.map((id) => ({ id })) });
  await changeDegrees(run, degreeChanges(states.map((before) => ({ before, state: null }))));
}
