import type { Migration } from "./migration.ts";

/** Former states of documents by their id and in the order in which they are listed. */
export const documentHistory: Migration = {
  name: "0004-document-history",
  statements: [
    "CREATE INDEX document_state_id IF NOT EXISTS FOR (n:DocumentState) ON (n.id)",
    "CREATE INDEX document_state_recorded IF NOT EXISTS FOR (n:DocumentState) ON (n.recordedIn, n.id)",
    "CALL db.awaitIndexes(300)",
  ],
};
