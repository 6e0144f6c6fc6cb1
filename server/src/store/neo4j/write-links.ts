import type { LinkKind, LinkRow } from "../plan.ts";
import { byKey, writeInBatches } from "./batches.ts";
import type { RunStatement } from "./row.ts";
import { nameEntities } from "./write-states.ts";

export interface KnownLink {
  readonly link: LinkRow;
  readonly knownFrom: number;
  readonly knownTo: number | null;
}

/** Open links of people's doubt are drawn in the graph too; merges are drawn as ALIAS_OF. */
const DRAWN: Readonly<Partial<Record<LinkKind, string>>> = {
  "not-same": "NOT_SAME_AS",
  "possibly-same": "POSSIBLY_SAME_AS",
};

const WRITE = `
UNWIND $rows AS row
CREATE (l:Link)
SET l = row.properties`;
const draw = (type: string): string => `
UNWIND $rows AS row
MATCH (a:Entity {id: row.properties.a})
MATCH (b:Entity {id: row.properties.b})
CREATE (a)-[:${type} {id: row.properties.id, score: row.properties.score}]->(b)`;
const CLOSE = `
UNWIND $rows AS row
MATCH (l:Link {id: row.id})
WHERE l.knownTo IS NULL
SET l.knownTo = $version
WITH l
MATCH (:Entity {id: l.a})-[drawn:NOT_SAME_AS|POSSIBLY_SAME_AS {id: l.id}]->()
DELETE drawn`;

export async function closeLinks(
  run: RunStatement,
  closed: { readonly ids: readonly string[]; readonly version: number },
): Promise<void> {
  const rows = [...closed.ids].sort().map((id) => ({ id }));
  await writeInBatches(run, CLOSE, { rows, parameters: { version: BigInt(closed.version) } });
}

export async function writeLinks(run: RunStatement, known: readonly KnownLink[]): Promise<void> {
  const rows = byKey(known, ({ link }) => link.id).map(({ link, knownFrom, knownTo }) => ({
    properties: {
      id: link.id,
      kind: link.kind,
      a: link.a,
      b: link.b,
      score: link.score,
      knownFrom: BigInt(knownFrom),
      knownTo: knownTo === null ? null : BigInt(knownTo),
      link: JSON.stringify(link),
    },
  }));
  await nameEntities(
    run,
    known.flatMap(({ link: { a, b } }) => [a, b]),
  );
  await writeInBatches(run, WRITE, { rows });
  for (const [kind, type] of Object.entries(DRAWN)) {
    const open = rows.filter(({ properties }) => properties.kind === kind && properties.knownTo === null);
    await writeInBatches(run, draw(type), { rows: open });
  }
}
