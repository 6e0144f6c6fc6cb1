import { StoreDamagedError } from "../../errors.ts";
import type { DumpRow, GraphStore } from "../graph-store.ts";
import { claims, countReviewQueue, reviewQueue } from "./claims.ts";
import { commitPlan } from "./commit-plan.ts";
import { connect, type Connection } from "./connection.ts";
import { documents, documentsById, documentText, record } from "./documents.ts";
import { countables, directions } from "./counting.ts";
import { dump } from "./dump.ts";
import { getEntities } from "./entities.ts";
import { facet } from "./facets.ts";
import { checkIntegrity } from "./integrity.ts";
import { countAgreements, listAgreements } from "./list-agreements.ts";
import { countLinks, links } from "./links.ts";
import { load } from "./load.ts";
import { auditLog, countAudit, dataVersion, momentOf, versionAt } from "./log.ts";
import { memberships } from "./memberships.ts";
import { migrate } from "./migrate.ts";
import { pairs, partners } from "./pairs.ts";
import { search } from "./search.ts";
import { requireRecentServer } from "./server-version.ts";
import type { Neo4jSettings } from "./settings.ts";

export type { Neo4jSettings };

const LOADING = "MATCH (v:DataVersion {id: 'data-version'}) WHERE v.loading RETURN v.id AS id";

async function refuseHalfLoaded({ read, settings }: Connection): Promise<void> {
  if ((await read(LOADING)).length === 0) return;
  throw new StoreDamagedError(
    `Neo4j database "${settings.database}" holds a copy that broke off: empty it (MATCH (n) DETACH DELETE n) and copy again`,
  );
}

function createStore(connection: Connection): GraphStore {
  const { read } = connection;
  return {
    engine: "neo4j",
    getEntities: (ids, version) => getEntities(read, ids, version),
    search: (tokens, types, limit) => search(read, { tokens, types, limit }),
    listAgreements: (scope, order, page) => listAgreements(read, { scope, order, page }),
    countAgreements: (scope, cap) => countAgreements(read, scope, cap),
    countables: (scope) => countables(read, scope),
    directions: (scope) => directions(read, scope),
    facet: (scope, by, limit) => facet(read, scope, { by, limit }),
    pairs: (scope, limit) => pairs(read, scope, limit),
    partners: (nodes, scope, perNode) => partners(read, { nodes, scope, perNode }),
    memberships: (of, on, version) => memberships(read, of, { on, version }),
    claims: (query) => claims(read, query),
    documents: (query) => documents(read, query),
    documentsById: (ids, version) => documentsById(read, ids, version),
    documentText: (id) => documentText(read, id),
    record: (document, row) => record(read, document, row),
    auditLog: (query) => auditLog(read, query),
    countAudit: (subjects) => countAudit(read, subjects),
    reviewQueue: (query) => reviewQueue(read, query),
    countReviewQueue: (document) => countReviewQueue(read, document),
    links: (query) => links(read, query),
    countLinks: (kind, version) => countLinks(read, kind, version),
    dataVersion: () => dataVersion(read),
    versionAt: (moment) => versionAt(read, moment),
    momentOf: (version) => momentOf(read, version),
    commitPlan: (planner, options) => commitPlan(connection, planner, options),
    dump: () => dump(read) as AsyncIterable<DumpRow>,
    load: (rows) => load(connection, rows),
    checkIntegrity: () => checkIntegrity(read),
    close: () => connection.close(),
  };
}

/**
 * Opens the store that a Neo4j database holds, creating it in an empty one. Rejects with StoreUnavailableError where
 * the server does not answer, refuses the user or is too old, with StoreDamagedError where the data is not ours.
 */
export async function openNeo4jStore(settings: Neo4jSettings): Promise<GraphStore> {
  const connection = connect(settings);
  try {
    await requireRecentServer(connection);
    await migrate(connection);
    await refuseHalfLoaded(connection);
    return createStore(connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
}
