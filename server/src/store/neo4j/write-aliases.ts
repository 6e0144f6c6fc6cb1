import type { EntityId } from "@entente/graph-schema";
import type { AliasRow } from "../plan.ts";
import { byKey, writeInBatches } from "./batches.ts";
import type { Parameters, RunStatement } from "./row.ts";
import { nameEntities } from "./write-states.ts";

export interface KnownAlias {
  readonly alias: AliasRow;
  readonly knownFrom: number;
  readonly knownTo: number | null;
}

const CLOSE = `
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})-[current:ALIAS_OF]->(to:Entity)
CREATE (from)-[former:WAS_ALIAS_OF]->(to)
SET former = properties(current), former.knownTo = $version
DELETE current`;
const write = (type: "ALIAS_OF" | "WAS_ALIAS_OF"): string => `
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CREATE (from)-[r:${type}]->(to)
SET r = row.properties`;

const properties = ({ alias, knownFrom, knownTo }: KnownAlias): Parameters => ({
  by: alias.by,
  score: alias.score,
  reasons: alias.reasons,
  knownFrom: BigInt(knownFrom),
  knownTo: knownTo === null ? null : BigInt(knownTo),
});

/** An id resolves to one other at a time: a new alias ends the former one of the same id. */
export async function closeAliases(
  run: RunStatement,
  closed: { readonly ids: readonly EntityId[]; readonly version: number },
): Promise<void> {
  const rows = closed.ids.map((from) => ({ from }));
  await writeInBatches(run, CLOSE, {
    rows: byKey(rows, ({ from }) => from),
    parameters: { version: BigInt(closed.version) },
  });
}

export async function writeAliases(run: RunStatement, aliases: readonly KnownAlias[]): Promise<void> {
  const rowOf = (known: KnownAlias) => ({
    from: known.alias.from,
    to: known.alias.to,
    properties: properties(known),
  });
  await nameEntities(
    run,
    aliases.flatMap(({ alias: { from, to } }) => [from, to]),
  );
  const sorted = byKey(aliases, ({ alias: { from } }) => from);
  const current = sorted.filter(({ knownTo }) => knownTo === null);
  const former = sorted.filter(({ knownTo }) => knownTo !== null);
  await writeInBatches(run, write("ALIAS_OF"), { rows: current.map(rowOf) });
  await writeInBatches(run, write("WAS_ALIAS_OF"), { rows: former.map(rowOf) });
}
