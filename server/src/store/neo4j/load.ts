import { InvalidInputError } from "../../errors.ts";
import { DUMP_TABLES, type DumpTable, type DumpTables } from "../dump-tables.ts";
import type { DumpRow } from "../graph-store.ts";
import { writeFormerStates } from "./close-states.ts";
import type { Connection } from "./connection.ts";
import type { RunStatement } from "./row.ts";
import { writeProfiles } from "./profiles.ts";
import { writeAliases } from "./write-aliases.ts";
import { writeLinks } from "./write-links.ts";
import { writeClaims } from "./write-claims.ts";
import { writeDocuments, writeFormerDocuments, writeRecords, writeTexts } from "./write-documents.ts";
import { writeAudit, writeCommits, writeSettings, writeVersions } from "./write-log.ts";
import { writeMemberships } from "./write-memberships.ts";
import { writeStates } from "./write-states.ts";

/** Rows of one transaction. */
const BATCH_ROWS = 500;

/** A store whose loading broke off holds half of another: it must not be opened as if it were whole. */
const BEGIN_LOADING = `
MATCH (v:DataVersion {id: 'data-version'})
WHERE v.version = 0 AND NOT EXISTS { (:Entity) } AND NOT EXISTS { (:Document) } AND NOT EXISTS { (:Setting) }
SET v.loading = true
RETURN v.version AS version`;
const END_LOADING = "MATCH (v:DataVersion {id: 'data-version'}) REMOVE v.loading";

type Load = {
  readonly [T in DumpTable]: (run: RunStatement, rows: readonly DumpTables[T][]) => Promise<void>;
};

const isFormer = <T extends { readonly knownTo: number | null }>(row: T): row is T & { knownTo: number } =>
  row.knownTo !== null;

const LOAD: Load = {
  version: writeVersions,
  setting: writeSettings,
  document: async (run, rows) => {
    await writeDocuments(
      run,
      rows.filter((row) => !isFormer(row)),
    );
    await writeFormerDocuments(run, rows.filter(isFormer));
  },
  text: writeTexts,
  record: writeRecords,
  claim: (run, rows) =>
    writeClaims(
      run,
      rows.map(({ claim }) => claim),
    ),
  state: async (run, rows) => {
    await writeFormerStates(run, rows.filter(isFormer));
    const current = rows.filter((row) => !isFormer(row));
    await writeStates(
      run,
      current.map(({ state, knownFrom }) => ({ state, knownFrom, before: null })),
    );
  },
  membership: writeMemberships,
  alias: writeAliases,
  link: writeLinks,
  profile: (run, rows) =>
    writeProfiles(
      run,
      rows.map(({ profile }) => profile),
    ),
  audit: (run, rows) =>
    writeAudit(
      run,
      rows.map(({ audit }) => audit),
    ),
  idempotency: writeCommits,
};

function tableOf({ table }: DumpRow): DumpTable {
  const known = DUMP_TABLES.find((each) => each === table);
  if (known) return known;
  throw new InvalidInputError(`dump: got table "${table}", expected one of ${DUMP_TABLES.join(", ")}`);
}

interface Batch {
  readonly table: DumpTable;
  readonly rows: unknown[];
}

/** Neighboring rows of one table, some at a time. */
async function* inBatches(rows: AsyncIterable<DumpRow>): AsyncIterable<Batch> {
  let batch: Batch | null = null;
  for await (const row of rows) {
    const table = tableOf(row);
    if (batch && (batch.table !== table || batch.rows.length >= BATCH_ROWS)) {
      yield batch;
      batch = null;
    }
    batch ??= { table, rows: [] };
    batch.rows.push(row.row);
  }
  if (batch) yield batch;
}

/** Loads dumped rows into an empty store and answers how many; the data version is written last. */
export async function load({ transact }: Connection, rows: AsyncIterable<DumpRow>): Promise<number> {
  const begun = await transact((run) => run(BEGIN_LOADING));
  if (begun.length === 0) {
    throw new InvalidInputError(
      `The target store is not empty: expected an empty Neo4j database. Choose another by NEO4J_URI or NEO4J_DATABASE.`,
    );
  }
  let count = 0;
  const versions: DumpTables["version"][] = [];
  for await (const { table, rows: batch } of inBatches(rows)) {
    count += batch.length;
    if (table === "version") {
      versions.push(...(batch as DumpTables["version"][]));
      continue;
    }
    const write = LOAD[table] as (run: RunStatement, rows: readonly unknown[]) => Promise<void>;
    await transact((run) => write(run, batch));
  }
  await transact(async (run) => {
    await writeVersions(run, versions);
    await run(END_LOADING);
  });
  return count;
}
