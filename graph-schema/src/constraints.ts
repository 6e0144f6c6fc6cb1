import { ENTITY_TYPES, type EntityType } from "./ontology/vocabularies.ts";

/** A kind of row or node that the graph keeps: an entity of one type, a superseded state, a document or a claim. */
export type GraphRecord = EntityType | "entity" | "agreement-state" | "entity-state" | "document" | "claim";

/** A field, or several together, of one kind of record. */
export interface GraphKey {
  readonly of: GraphRecord;
  readonly fields: readonly string[];
}

/**
 * What no two records of a kind may share. `entity` is every entity of whatever type; a superseded state is unique by
 * its `key`, the id and the version it held from.
 */
export const UNIQUE_KEYS: readonly GraphKey[] = [
  { of: "entity", fields: ["id"] },
  ...ENTITY_TYPES.map((of): GraphKey => ({ of, fields: ["id"] })),
  { of: "agreement-state", fields: ["key"] },
  { of: "entity-state", fields: ["key"] },
  { of: "document", fields: ["id"] },
  { of: "claim", fields: ["id"] },
];

/** What records are looked up or sorted by. */
export const INDEXED_KEYS: readonly GraphKey[] = [
  { of: "agreement", fields: ["undated", "earliest", "id"] },
  { of: "agreement", fields: ["unvalued", "centsKey", "id"] },
  { of: "agreement", fields: ["sortName", "id"] },
  { of: "agreement", fields: ["recordedIn", "id"] },
  { of: "agreement", fields: ["partySetHash"] },
  { of: "agreement-state", fields: ["id"] },
  { of: "document", fields: ["sha256"] },
  { of: "document", fields: ["recordedIn", "id"] },
];
