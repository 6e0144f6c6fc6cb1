import type { CommitOptions, DumpRow, GraphStore, Planner } from "../graph-store.ts";
import { auditLog, countAudit } from "./audit-log.ts";
import { WHOLE_FILE_DEADLINE_MS, checkFile } from "./check-file.ts";
import { claims, countReviewQueue, reviewQueue } from "./claims.ts";
import { commitPlan } from "./commit-plan.ts";
import type { Connection } from "./connection.ts";
import { createDataVersionReader, momentOf, versionAt } from "./data-version.ts";
import { documentText, documents, documentsById, record } from "./documents.ts";
import { countables, directions } from "./counting.ts";
import { dump } from "./dump.ts";
import { getEntities } from "./entities.ts";
import { facet } from "./facets.ts";
import { checkIntegrity } from "./integrity.ts";
import { countAgreements, listAgreements } from "./list-agreements.ts";
import { countLinks, links } from "./links.ts";
import { load } from "./load.ts";
import { memberships } from "./memberships.ts";
import { migrate, requireMigrated } from "./migrate.ts";
import { openConnection } from "./open-connection.ts";
import { pairs, partners } from "./pairs.ts";
import { openReadPool, type ReadPool } from "./read-pool.ts";
import { search } from "./search.ts";
import { createFolder, needsCheck, requireFile, storeFile } from "./store-file.ts";

export interface EmbeddedStoreOptions {
  readonly folder: string;
  /** Opens an existing store without ever writing to it; it must have all migrations. */
  readonly readonly?: boolean;
}

/**
 * Opens the store in a folder, creating both unless `readonly`. Rejects with StoreUnavailableError (folder, disk,
 * another writer) or StoreDamagedError (the file's pages, a foreign or newer store).
 */
export async function openEmbeddedStore({
  folder,
  readonly = false,
}: EmbeddedStoreOptions): Promise<GraphStore> {
  const file = storeFile(folder);
  if (readonly) requireFile(file);
  else createFolder(folder);
  if (needsCheck(file)) await checkFile(file, readonly);
  const writer = await openConnection({ file, readonly, writer: !readonly });
  try {
    await (readonly ? requireMigrated(writer) : migrate(writer));
    return asStore({ file, readonly, writer, reader: await openReadPool(file, readonly) });
  } catch (error) {
    await writer.close();
    throw error;
  }
}

interface Opened {
  readonly file: string;
  readonly readonly: boolean;
  readonly writer: Connection;
  readonly reader: ReadPool;
}

function asStore(opened: Opened): GraphStore {
  const { file, readonly, reader } = opened;
  const openLong = () => openConnection({ file, readonly, deadlineMs: WHOLE_FILE_DEADLINE_MS });
  return {
    engine: "embedded",
    getEntities: (ids, version) => getEntities(reader, ids, version),
    search: (tokens, types, limit) => search(reader, { tokens, types }, limit),
    listAgreements: (scope, order, page) => listAgreements(reader, scope, { order, page }),
    countAgreements: (scope, cap) => countAgreements(reader, scope, cap),
    countables: (scope) => countables(reader, scope),
    directions: (scope) => directions(reader, scope),
    facet: (scope, by, limit) => facet(reader, scope, { by, limit }),
    pairs: (scope, limit) => pairs(reader, scope, limit),
    partners: (nodes, scope, perNode) => partners(reader, scope, { nodes, perNode }),
    memberships: (of, on, version) => memberships(reader, of, { on, version }),
    claims: (query) => claims(reader, query),
    documents: (query) => documents(reader, query),
    documentsById: (ids, version) => documentsById(reader, ids, version),
    documentText: (id) => documentText(reader, id),
    record: (document, row) => record(reader, document, row),
    auditLog: (query) => auditLog(reader, query),
    countAudit: (subjects) => countAudit(reader, subjects),
    reviewQueue: (query) => reviewQueue(reader, query),
    countReviewQueue: (document) => countReviewQueue(reader, document),
    links: (query) => links(reader, query),
    countLinks: (kind, version) => countLinks(reader, kind, version),
    dataVersion: createDataVersionReader(reader),
    versionAt: (moment) => versionAt(reader, moment),
    momentOf: (version) => momentOf(reader, version),
    ...writing(opened),
    dump: () => dumpFrom(openLong),
    async checkIntegrity() {
      const connection = await openLong();
      try {
        return await checkIntegrity(connection);
      } finally {
        await connection.close();
      }
    },
  };
}

async function* dumpFrom(open: () => Promise<Connection>): AsyncGenerator<DumpRow> {
  yield* dump(await open());
}

/** The verbs that need the writing connection to themselves take turns. */
function writing({ writer, reader, readonly }: Opened): Pick<GraphStore, "commitPlan" | "load" | "close"> {
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  }
  let closed: Promise<void> | null = null;
  return {
    commitPlan: <T>(planner: Planner<T>, options: CommitOptions) =>
      inTurn(() => commitPlan(writer, planner, options)),
    load: (rows: AsyncIterable<DumpRow>) => inTurn(() => load(writer, rows)),
    close: () => (closed ??= inTurn(() => closeAll(writer, reader, readonly))),
  };
}

/** An empty write-ahead log tells the next opening that this one ended well. */
async function closeAll(writer: Connection, reader: ReadPool, readonly: boolean): Promise<void> {
  await reader.close();
  if (!readonly) await writer.exec("PRAGMA wal_checkpoint(TRUNCATE)").catch(() => undefined);
  await writer.close();
}
