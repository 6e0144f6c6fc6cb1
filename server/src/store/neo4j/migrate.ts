import { createHash } from "node:crypto";
import { StoreDamagedError } from "../../errors.ts";
import type { Connection } from "./connection.ts";
import { MIGRATIONS, type Migration } from "./migrations/index.ts";
import { readText } from "./row.ts";

const UNIQUE_LOG =
  "CREATE CONSTRAINT migration_name IF NOT EXISTS FOR (m:Migration) REQUIRE m.name IS UNIQUE";
const READ_LOG = "MATCH (m:Migration) RETURN m.name AS name, m.checksum AS checksum ORDER BY name";
/** Two servers may apply the same migration at once: both write the same node. */
const RECORD = `
MERGE (m:Migration {name: $name})
ON CREATE SET m.checksum = $checksum, m.at = $at`;
const FOREIGN_NODE = `
MATCH (n)
WHERE NOT n:Migration AND NOT n:DataVersion
RETURN coalesce(head(labels(n)), 'no label') AS label
LIMIT 1`;

interface Applied {
  readonly name: string;
  readonly checksum: string;
}

export const checksum = ({ statements }: Migration): string =>
  createHash("sha256").update(statements.join(";\n")).digest("hex");

/** The migrations that a store still lacks. Throws where it has others than these, or was made by a newer Entente. */
export function missingMigrations(applied: readonly Applied[], known: readonly Migration[]): Migration[] {
  for (const [index, { name, checksum: found }] of applied.entries()) {
    const expected = known[index];
    if (!expected) {
      throw new StoreDamagedError(
        `The Neo4j store was written by a newer Entente: got migration "${name}", expected at most "${known.at(-1)?.name}". Update Entente.`,
      );
    }
    if (expected.name !== name || checksum(expected) !== found) {
      throw new StoreDamagedError(
        `The Neo4j store's migration "${name}" differs from this program's "${expected.name}": got checksum ${found.slice(0, 12)}, expected ${checksum(expected).slice(0, 12)}. Use the Entente that made the store.`,
      );
    }
  }
  return known.slice(applied.length);
}

async function readApplied({ read }: Connection): Promise<Applied[]> {
  const rows = await read(READ_LOG);
  return rows.map((row) => ({ name: readText(row, "name"), checksum: readText(row, "checksum") }));
}

async function refuseForeignData({ read, settings }: Connection): Promise<void> {
  const [foreign] = await read(FOREIGN_NODE);
  if (!foreign) return;
  throw new StoreDamagedError(
    `Neo4j database "${settings.database}" holds other data: got a node with ${readText(foreign, "label")}, expected an empty database or an Entente store. Set NEO4J_URI or NEO4J_DATABASE to another.`,
  );
}

/** Brings the store to the newest form. Several servers may call it at once. */
export async function migrate(
  connection: Connection,
  known: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const applied = await readApplied(connection);
  const missing = missingMigrations(applied, known);
  if (applied.length === 0) await refuseForeignData(connection);
  if (missing.length > 0) await connection.change(UNIQUE_LOG);
  for (const migration of missing) {
    for (const statement of migration.statements) await connection.change(statement);
    const record = { name: migration.name, checksum: checksum(migration), at: new Date().toISOString() };
    await connection.change(RECORD, record);
  }
}
