/** A running Neo4j; `pid` is Java's where we started it ourselves. */
export interface Neo4jEngine {
  readonly name: "neo4j";
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly pid?: number;
}

/** Exactly one of the three: it runs, this machine lacks something (a plain line says what), or it failed. */
export interface StartedNeo4j {
  readonly engine?: Neo4jEngine;
  readonly missing?: string;
  readonly fault?: string;
  /** Ends Neo4j and deletes its folder; a database given by ENTENTE_TEST_NEO4J_URI is emptied and left running. */
  readonly stop: () => Promise<void>;
}

/** Starts one real Neo4j under a supervisor that ends it when `stop` is called or this process is gone. */
export declare function startNeo4j(): Promise<StartedNeo4j>;
