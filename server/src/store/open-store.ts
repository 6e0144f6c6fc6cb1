import type { GraphStore } from "./graph-store.ts";
import { openNeo4jStore } from "./neo4j/open-store.ts";
import { openEmbeddedStore } from "./sqlite/open-store.ts";

export interface Neo4jAddress {
  /** bolt://, neo4j:// and their +s forms. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface StoreConfig {
  readonly neo4j?: Neo4jAddress;
  /** Where the embedded store lives when no Neo4j is named. */
  readonly dataFolder: string;
}

/** Opens the store that the settings name. Rejects with an EntenteError that says what to do. */
export const openStore = ({ neo4j, dataFolder }: StoreConfig): Promise<GraphStore> =>
  neo4j ? openNeo4jStore(neo4j) : openEmbeddedStore({ folder: dataFolder });
