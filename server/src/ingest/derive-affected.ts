import {
  deriveAgreement,
  deriveEntity,
  parseEntityId,
  type AgreementState,
  type Claim,
  type DocumentState,
  type EntityId,
  type EntityState,
  type SourcedClaim,
} from "@entente/graph-schema";
import type { PlanningReader } from "../store/graph-store.ts";
import type { AliasRow } from "../store/plan.ts";

interface Change {
  readonly document: DocumentState;
  readonly claims: readonly Claim[];
  /** Matches that this commit adds. */
  readonly aliases: readonly AliasRow[];
  readonly version: number;
}

/**
 * New states of every entity that a commit's claims touch: organizations, people and events first, then the
 * agreements about which claims came, and those whose reach changes because an organization's home became known.
 */
export async function deriveAffected(change: Change, read: PlanningReader): Promise<EntityState[]> {
  const survivorOf = (id: EntityId): EntityId => change.aliases.find(({ from }) => from === id)?.to ?? id;
  const touched = [...new Set(change.claims.map(({ subject }) => survivorOf(subject)))];
  const before = new Map((await read.currentStates(touched)).map((state) => [state.id, state]));
  const named = touched.filter((id) =>
    ["organization", "person", "event"].includes(parseEntityId(id)?.type ?? ""),
  );
  const claims = await claimsByGroup(change, { touched, before, survivorOf }, read);
  const resolve = await resolver([...claims.values()].flat(), change.aliases, read);
  const entities = named.flatMap((id) => {
    const context = { id, mergedIds: groupOf(id, before, change.aliases).slice(1), resolve };
    return deriveEntity(claims.get(id) ?? [], context) ?? [];
  });

  const moved = entities.filter((state) => {
    const former = before.get(state.id);
    return (
      state.type === "organization" && former?.type === "organization" && former.basedIn !== state.basedIn
    );
  });
  const reached = moved.length > 0 ? await read.agreementsByParty(moved.map(({ id }) => id)) : [];
  for (const state of reached) before.set(state.id, state);
  const agreementIds = touched.filter((id) => parseEntityId(id)?.type === "agreement");
  const affected = [...new Set([...agreementIds, ...reached.map(({ id }) => id)])];
  const extra = affected.filter((id) => !claims.has(id));
  const extraClaims = await claimsByGroup(change, { touched: extra, before, survivorOf }, read);
  for (const [id, group] of extraClaims) claims.set(id, group);

  const agreementClaims = affected.flatMap((id) => claims.get(id) ?? []);
  const resolveAll = await resolver(agreementClaims, change.aliases, read);
  const basedIn = await homes(agreementClaims, { entities, resolve: resolveAll }, read);
  const agreements = affected.flatMap((id): AgreementState[] => {
    const former = before.get(id);
    const recordedIn = former?.type === "agreement" ? former.recordedIn : change.version;
    const mergedIds = groupOf(id, before, change.aliases).slice(1);
    const state = deriveAgreement(claims.get(id) ?? [], {
      id,
      mergedIds,
      resolve: resolveAll,
      basedIn,
      recordedIn,
    });
    return state ? [state] : [];
  });
  return [...entities, ...agreements];
}

/** An entity's own id first, then the ids merged into it, those of this commit included. */
function groupOf(
  id: EntityId,
  before: ReadonlyMap<EntityId, EntityState>,
  aliases: readonly AliasRow[],
): EntityId[] {
  const fresh = aliases.filter(({ to }) => to === id).map(({ from }) => from);
  return [id, ...new Set([...(before.get(id)?.mergedIds ?? []), ...fresh])];
}

interface Touched {
  readonly touched: readonly EntityId[];
  readonly before: ReadonlyMap<EntityId, EntityState>;
  readonly survivorOf: (id: EntityId) => EntityId;
}

/** All live claims about each touched entity and the ids merged into it, new ones included. */
async function claimsByGroup(
  change: Change,
  { touched, before, survivorOf }: Touched,
  read: PlanningReader,
): Promise<Map<EntityId, SourcedClaim[]>> {
  const members = new Map(
    touched.flatMap((id) => groupOf(id, before, change.aliases).map((member) => [member, id])),
  );
  const known = touched.filter((id) => before.has(id));
  const stored =
    known.length > 0 ? await read.liveClaims(known.flatMap((id) => groupOf(id, before, change.aliases))) : [];
  const source = { rank: change.document.rank, published: change.document.published };
  const fresh = change.claims.map((claim) => ({ ...claim, source }));
  const groups = new Map<EntityId, SourcedClaim[]>(touched.map((id) => [id, []]));
  for (const claim of [...stored, ...fresh]) {
    groups.get(members.get(claim.subject) ?? survivorOf(claim.subject))?.push(claim);
  }
  return groups;
}

/** Resolves the ids that claims point at: to this commit's matches first, then to stored ones. */
async function resolver(
  claims: readonly SourcedClaim[],
  aliases: readonly AliasRow[],
  read: PlanningReader,
): Promise<(id: EntityId) => EntityId> {
  const objects = claims.flatMap(({ value }) => (value.type === "entity" ? [value.entity] : []));
  const minted = [...new Set(objects)].filter((id) => !/^(country|bloc|region|sector):/.test(id));
  const stored = minted.length > 0 ? await read.aliasesOf(minted) : [];
  const to = new Map([...stored, ...aliases].map((alias) => [alias.from, alias.to]));
  return (id) => {
    let at = id;
    for (let hops = 0; hops < to.size; hops++) {
      const next = to.get(at);
      if (!next) break;
      at = next;
    }
    return at;
  };
}

/** Where each organization that is a party is based, after this commit. */
async function homes(
  claims: readonly SourcedClaim[],
  {
    entities,
    resolve,
  }: { readonly entities: readonly EntityState[]; readonly resolve: (id: EntityId) => EntityId },
  read: PlanningReader,
): Promise<(organization: EntityId) => EntityId | null> {
  const parties = claims.flatMap(({ property, value }) =>
    property === "party" && value.type === "entity" ? [resolve(value.entity)] : [],
  );
  const organizations = [...new Set(parties)].filter((id) => parseEntityId(id)?.type === "organization");
  const stored = organizations.length > 0 ? await read.currentStates(organizations) : [];
  const states = new Map([...stored, ...entities].map((state) => [state.id, state]));
  return (id) => {
    const state = states.get(id);
    return state?.type === "organization" ? state.basedIn : null;
  };
}
