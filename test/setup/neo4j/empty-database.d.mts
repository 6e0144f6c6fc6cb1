import type { Driver } from "neo4j-driver";

/** Deletes everything in one database: nodes, relationships, constraints and indexes. */
export declare function emptyDatabase(driver: Driver, database: string): Promise<void>;
