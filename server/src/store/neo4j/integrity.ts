import { MIGRATIONS, type Migration } from "./migrations/index.ts";
import { readTexts, readNumber, type RunStatement } from "./row.ts";

const SCHEMA_NAMES = `
SHOW INDEXES YIELD name, state
RETURN collect(CASE state WHEN 'ONLINE' THEN name END) AS names`;

/** How many nodes break a rule of the graph, and a few of them. */
interface Rule {
  readonly fault: string;
  readonly text: string;
}

const FAULTY = "RETURN count(faulty) AS count, collect(faulty)[..3] AS examples";

const RULES: readonly Rule[] = [
  {
    fault: "claims cut off from the document that states them",
    text: `MATCH (c:Claim)
MATCH (d:Document {id: c.document})
WHERE NOT EXISTS { (c)-[:STATED_IN]->(d) } WITH c.id AS faulty ${FAULTY}`,
  },
  {
    fault: "claims about nothing",
    text: `MATCH (c:Claim) WHERE NOT EXISTS { (c)-[:ABOUT]->(:Entity) } WITH c.id AS faulty ${FAULTY}`,
  },
  {
    fault: "agreements whose PARTY_TO relationships differ from their parties",
    text: `MATCH (a:Agreement)
WITH a, COLLECT { MATCH (a)<-[:PARTY_TO]-(p) RETURN DISTINCT p.id ORDER BY p.id } AS related
WHERE related <> a.parties WITH a.id AS faulty ${FAULTY}`,
  },
  {
    fault: "parties whose number of agreements is wrong",
    text: `MATCH (p:Entity)
WITH p, COUNT { MATCH (p)-[:PARTY_TO|PARTY_THROUGH]->(a) RETURN DISTINCT a } AS counted
WHERE counted <> coalesce(p.degree, 0) WITH p.id AS faulty ${FAULTY}`,
  },
  {
    fault: "entities that search cannot find",
    text: `MATCH (e:Entity) WHERE e.state IS NOT NULL AND NOT e:Sector AND e.sortName <> '' AND NOT EXISTS { (e)<-[:FINDS]-() }
WITH e.id AS faulty ${FAULTY}`,
  },
  {
    fault: "superseded states that overlap a later one",
    text: `MATCH (e:Entity)<-[:STATE_OF]-(former)
WHERE former.knownFrom >= former.knownTo OR former.knownTo > e.knownFrom
  OR EXISTS { (e)<-[:STATE_OF]-(next) WHERE next.knownFrom > former.knownFrom AND next.knownFrom < former.knownTo }
WITH DISTINCT e.id AS faulty ${FAULTY}`,
  },
  {
    fault: "data versions missing from the log",
    text: `MATCH (v:DataVersion {id: 'data-version'})
WHERE v.version <> COUNT { (:Version) } OR (v.version > 0 AND NOT EXISTS { (:Version {version: v.version}) })
WITH toString(v.version) AS faulty ${FAULTY}`,
  },
];

/** Names that a migration gave to its constraints and indexes. */
export const schemaNames = (migrations: readonly Migration[]): string[] =>
  migrations
    .flatMap(({ statements }) => statements)
    .flatMap((text) => /^CREATE (?:CONSTRAINT|INDEX) (\w+)/.exec(text)?.[1] ?? []);

/** Faults in what this engine keeps for itself, one line each; empty when it is sound. */
export async function checkIntegrity(run: RunStatement): Promise<string[]> {
  const [schema] = await run(SCHEMA_NAMES);
  const online = schema ? readTexts(schema, "names") : [];
  const faults = schemaNames(MIGRATIONS)
    .filter((name) => !online.includes(name))
    .map((name) => `Neo4j: the constraint or index "${name}" is missing or not online`);
  for (const { fault, text } of RULES) {
    const [row] = await run(text);
    const count = row ? readNumber(row, "count") : 0;
    if (row && count > 0) {
      faults.push(`Neo4j: ${count} ${fault}, such as ${readTexts(row, "examples").join(", ")}`);
    }
  }
  return faults;
}
