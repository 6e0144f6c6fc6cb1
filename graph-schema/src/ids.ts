import { ENTITY_TYPES, type EntityType } from "./ontology/vocabularies.ts";

/**
 * Ids are readable: `country:KAZ`, `bloc:SCO`, `sector:energy`, `region:002`. Ids of agreements, organizations,
 * people, events, documents and claims end in 20 hex digits of a SHA-256 over what makes them unique.
 */
export type EntityId = string;

export const entityId = (type: EntityType, key: string): EntityId => `${type}:${key}`;

/** Splits an id; null where it names no entity type ("document:…" and "claim:…" are no entities). */
export function parseEntityId(id: string): { readonly type: EntityType; readonly key: string } | null {
  const colon = id.indexOf(":");
  const type = ENTITY_TYPES.find((known) => known === id.slice(0, colon));
  const key = id.slice(colon + 1);
  return type && key ? { type, key } : null;
}

export const isDocumentId = (id: string): boolean => /^document:[0-9a-f]{20}$/.test(id);
export const isClaimId = (id: string): boolean => /^claim:[0-9a-f]{20}(~\d{1,15})?$/.test(id);

/** A claim and its reviews are rows of one family: the first row's id, and that with "~" and the review's data version. */
export const claimFamily = (id: string): string => id.replace(/~.*$/, "");
