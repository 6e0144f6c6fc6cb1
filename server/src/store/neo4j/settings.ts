/** Where the database is and who asks. */
export interface Neo4jSettings {
  /** bolt:// or neo4j://, with +s for encryption. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}
