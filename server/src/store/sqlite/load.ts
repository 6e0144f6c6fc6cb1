import { InvalidInputError } from "../../errors.ts";
import { DUMP_TABLES, type TypedDumpRow } from "../dump-tables.ts";
import type { DumpRow } from "../graph-store.ts";
import type { Connection, Write } from "./connection.ts";
import { currentVersion } from "./data-version.ts";
import { toKnownTo } from "./dump.ts";
import {
  insertAliases,
  insertAudit,
  insertClaims,
  insertDocuments,
  insertLinks,
  insertKeys,
  insertMemberships,
  insertRecords,
  insertSettings,
  insertTexts,
  insertVersions,
  type Held,
} from "./row-writes.ts";
import { insertProfiles } from "./profiles.ts";
import { insertStates } from "./state-writes.ts";
import { inTransaction } from "./transaction.ts";
import { nextAgreementKey } from "./write-plan.ts";

/** Rows written at a time. */
const BATCH_ROWS = 50;

/** Loads a dump of either engine into an empty store, all or nothing; answers with the number of rows. */
export function load(connection: Connection, rows: AsyncIterable<DumpRow>): Promise<number> {
  return inTransaction(connection, "IMMEDIATE", async () => {
    const version = await currentVersion(connection);
    if (version !== 0) {
      throw new InvalidInputError(
        `The target store is not empty: got data version ${version}, expected an empty store. Choose another folder or database.`,
      );
    }
    let batch: TypedDumpRow[] = [];
    let count = 0;
    for await (const row of rows) {
      const typed = checked(row);
      if (batch.length === BATCH_ROWS || (batch[0] && batch[0].table !== typed.table)) {
        await writeBatch(connection, batch);
        batch = [];
      }
      batch.push(typed);
      count++;
    }
    await writeBatch(connection, batch);
    return count;
  });
}

function checked(row: DumpRow): TypedDumpRow {
  if ((DUMP_TABLES as readonly string[]).includes(row.table)) return row as unknown as TypedDumpRow;
  throw new InvalidInputError(
    `dump row: got table "${row.table}", expected one of ${DUMP_TABLES.join(", ")}`,
  );
}

/** All rows of a batch are of one table. */
async function writeBatch(connection: Connection, batch: readonly TypedDumpRow[]): Promise<void> {
  const firstKey = await nextAgreementKey(connection);
  await connection.write(writesOf(batch, firstKey));
}

function writesOf(batch: readonly TypedDumpRow[], firstKey: number): Write[] {
  const rowsOf = <T extends TypedDumpRow["table"]>(table: T) =>
    batch
      .filter((row): row is Extract<TypedDumpRow, { table: T }> => row.table === table)
      .map(({ row }) => row as Extract<TypedDumpRow, { table: T }>["row"]);
  return [
    insertVersions(rowsOf("version")),
    insertSettings(rowsOf("setting")),
    ...insertDocuments(rowsOf("document").map((row) => held(row, row.document))),
    insertTexts(rowsOf("text")),
    insertRecords(rowsOf("record")),
    insertClaims(rowsOf("claim").map(({ claim }) => claim)),
    ...insertStates(
      rowsOf("state").map(({ state, ...row }) => ({ ...held(row, null), state })),
      firstKey,
    ),
    insertMemberships(rowsOf("membership").map((row) => held(row, row.membership))),
    insertAliases(rowsOf("alias").map((row) => held(row, row.alias))),
    insertLinks(rowsOf("link").map((row) => held(row, row.link))),
    ...insertProfiles(rowsOf("profile").map(({ profile }) => profile)),
    insertAudit(rowsOf("audit").map(({ audit }) => audit)),
    insertKeys(rowsOf("idempotency")),
  ];
}

const held = <T>(
  { knownFrom, knownTo }: { readonly knownFrom: number; readonly knownTo: number | null },
  value: T,
): Held<T> => ({ value, knownFrom, knownTo: toKnownTo(knownTo) });
