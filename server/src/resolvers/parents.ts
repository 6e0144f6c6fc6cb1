import type {
  AgreementState,
  DocumentState,
  EntityId,
  EntityState,
  FuzzyDate,
  SourcedClaim,
} from "@entente/graph-schema";
import { loadClaims, loadEntities, type Loaders, type Version } from "../services/read-context.ts";

/** An entity as of a version; what hangs below it is read as of the same. */
export interface EntityParent<S extends EntityState = EntityState> {
  readonly node: "entity";
  readonly state: S;
  readonly version: Version;
}
export interface ClaimParent {
  readonly node: "claim";
  readonly claim: SourcedClaim;
  readonly version: Version;
}
export interface DocumentParent {
  readonly node: "document";
  readonly document: DocumentState;
  readonly version: Version;
}
export type NodeParent = EntityParent | ClaimParent | DocumentParent;
export type AgreementParent = EntityParent<AgreementState>;

export function entityParent<S extends EntityState>(state: S, version: Version): EntityParent<S> {
  return { node: "entity", state, version };
}
export const claimParent = (claim: SourcedClaim, version: Version): ClaimParent => ({
  node: "claim",
  claim,
  version,
});
export const documentParent = (document: DocumentState, version: Version): DocumentParent => ({
  node: "document",
  document,
  version,
});

/** A period that has neither end is no period. */
export const periodOf = (
  from: FuzzyDate | null,
  to: FuzzyDate | null,
): { readonly start: FuzzyDate | null; readonly end: FuzzyDate | null } | null =>
  from || to ? { start: from, end: to } : null;

export async function entityParents(
  loaders: Loaders,
  ids: readonly EntityId[],
  version: Version,
): Promise<EntityParent[]> {
  if (ids.length === 0) return [];
  return (await loadEntities(loaders, ids, version)).map((state) => entityParent(state, version));
}

/** One entity that a state names; throws where the store lacks it, for the schema promises it. */
export async function requireEntity(loaders: Loaders, id: EntityId, version: Version): Promise<EntityParent> {
  const state = await loaders.entities.load({ id, version });
  if (!state) throw new Error(`${id}: named by another row, but not in the store; run entente check`);
  return entityParent(state, version);
}

/** An entity that a claim names; null where nothing is known of it any more, because what was said of it was rejected or retracted. */
export async function entityOrNull(
  loaders: Loaders,
  id: EntityId,
  version: Version,
): Promise<EntityParent | null> {
  const state = await loaders.entities.load({ id, version });
  return state && entityParent(state, version);
}

export async function claimParents(
  loaders: Loaders,
  ids: readonly string[],
  version: Version,
): Promise<ClaimParent[]> {
  if (ids.length === 0) return [];
  return (await loadClaims(loaders, ids, version)).map((claim) => claimParent(claim, version));
}

const TYPE_NAMES: Readonly<Record<EntityState["type"], string>> = {
  country: "Country",
  bloc: "Bloc",
  region: "Region",
  organization: "Organization",
  person: "Person",
  event: "Event",
  agreement: "Agreement",
  sector: "Sector",
};

/** GraphQL type of a node. */
export function typeNameOf(parent: NodeParent): string {
  switch (parent.node) {
    case "entity":
      return TYPE_NAMES[parent.state.type];
    case "claim":
      return "Claim";
    case "document":
      return "Document";
  }
}
