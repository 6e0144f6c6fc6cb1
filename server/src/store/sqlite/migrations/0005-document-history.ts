/** Documents as an earlier version listed them, newest first, without sorting all that there ever were. */
export const documentHistory = {
  name: "0005-document-history",
  sql: "CREATE INDEX document_history ON document (recorded_in DESC, id DESC, known_from, known_to);",
};
