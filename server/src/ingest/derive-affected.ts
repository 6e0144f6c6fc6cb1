import {
  deriveAgreement,
  deriveEntity,
  parseEntityId,
  type AgreementState,
  type EntityId,
  type EntityState,
  type SourcedClaim,
} from "@entente/graph-schema";
import { groupIds, type IdGroup } from "../identity/group-ids.ts";
import { byStrength, mayJoin } from "../identity/match-links.ts";
import { readLinks, type LinkChange, type LinkedIds } from "../identity/read-links.ts";
import { settleLinks } from "../identity/settle-links.ts";
import type { PlanningReader } from "../store/graph-store.ts";
import { isAutomatic, type AliasRow, type LinkRow, type Plan } from "../store/plan.ts";

/** What a commit does to claims and identity; everything else follows. */
export interface Change extends LinkChange {
  /** New claims. */
  readonly claims: readonly SourcedClaim[];
  /** Claims that leave. */
  readonly superseded: readonly SourcedClaim[];
  /** Ids to derive again though nothing about them changes. */
  readonly again?: readonly EntityId[];
}

/** The rows that follow from a change, and where each touched id leads after it. */
export interface Derived extends Pick<
  Plan,
  "states" | "removedStates" | "aliases" | "closedAliases" | "links" | "closedLinks"
> {
  readonly resolve: (id: EntityId) => EntityId;
}

const DERIVED_TYPES = ["organization", "person", "event", "agreement"];
const isDerived = (id: EntityId): boolean => DERIVED_TYPES.includes(parseEntityId(id)?.type ?? "");
const isAgreementId = (id: EntityId): boolean => parseEntityId(id)?.type === "agreement";

/** Claims and identity of all touched groups: what deriving needs, read once. */
interface Picture {
  readonly linked: LinkedIds;
  readonly groupOf: ReadonlyMap<EntityId, IdGroup>;
  readonly before: ReadonlyMap<EntityId, EntityState>;
  readonly aliases: readonly AliasRow[];
  readonly claims: ReadonlyMap<EntityId, readonly SourcedClaim[]>;
}

/**
 * New states of every entity that a change touches: of the groups of ids whose claims or links change, and of those
 * that point at an id which now leads elsewhere or at an organization whose home changed. A group left without claims
 * loses its state.
 */
export async function deriveAffected(change: Change, read: PlanningReader): Promise<Derived> {
  const touched = [
    ...[...change.claims, ...change.superseded].map(({ subject }) => subject),
    ...[...change.links, ...(await read.linksById(change.closedLinks))].flatMap(({ a, b }) => [a, b]),
    ...(change.again ?? []),
  ].filter(isDerived);
  const first = await readPicture(touched, change, read);
  const entities = deriveNamed(first, await resolverFor(first, read));
  const dependents = await dependentsOf(first, entities, { change, read });
  const picture =
    dependents.length > 0 ? await readPicture([...touched, ...dependents], change, read) : first;
  const resolve = await resolverFor(picture, read);
  const named = dependents.length > 0 ? deriveNamed(picture, resolve) : entities;
  const agreements = await deriveAgreements(picture, { named, resolve }, read);
  const states = [...named, ...agreements];
  const present = new Set(states.map(({ id }) => id));
  return {
    states,
    removedStates: [...picture.before.keys()].filter((id) => !present.has(id)),
    ...aliasChanges(picture),
    ...(await settleLinks(picture.linked, change, read)),
    resolve,
  };
}

async function readPicture(
  touched: readonly EntityId[],
  change: Change,
  read: PlanningReader,
): Promise<Picture> {
  const linked = await readLinks(touched, change, read);
  const ids = [...linked.ids];
  const groupOf = groupIds(ids, linked.after);
  const before = new Map((await read.currentStates(ids)).map((state) => [state.id, state]));
  const aliases = linked.before.length > 0 ? await read.aliasesOf(ids) : [];
  const gone = new Set(change.superseded.map(({ id }) => id));
  const stored = ids.length > 0 ? await read.liveClaims(ids) : [];
  const claims = new Map<EntityId, SourcedClaim[]>();
  for (const claim of [...stored.filter(({ id }) => !gone.has(id)), ...change.claims]) {
    const survivor = groupOf.get(claim.subject)?.survivor ?? claim.subject;
    const group = claims.get(survivor);
    if (group) group.push(claim);
    else claims.set(survivor, [claim]);
  }
  return { linked, groupOf, before, aliases, claims };
}

const groupsIn = ({ groupOf }: Picture): IdGroup[] => [...new Set(groupOf.values())];

function deriveNamed(picture: Picture, resolve: (id: EntityId) => EntityId): EntityState[] {
  return groupsIn(picture).flatMap(({ survivor: id, merged: mergedIds }) => {
    if (isAgreementId(id)) return [];
    return deriveEntity(picture.claims.get(id) ?? [], { id, mergedIds, resolve }) ?? [];
  });
}

interface Homes {
  readonly named: readonly EntityState[];
  readonly resolve: (id: EntityId) => EntityId;
}

async function deriveAgreements(
  picture: Picture,
  { named, resolve }: Homes,
  read: PlanningReader,
): Promise<AgreementState[]> {
  const groups = groupsIn(picture).filter(({ survivor }) => isAgreementId(survivor));
  const claims = groups.flatMap(({ survivor }) => picture.claims.get(survivor) ?? []);
  const basedIn = await readHomes(claims, { named, resolve }, read);
  return groups.flatMap(
    ({ survivor: id, merged: mergedIds }) =>
      deriveAgreement(picture.claims.get(id) ?? [], { id, mergedIds, resolve, basedIn }) ?? [],
  );
}

/** Entities whose state names an id that leads elsewhere now, or an organization whose home changed. */
async function dependentsOf(
  { groupOf, aliases, before }: Picture,
  entities: readonly EntityState[],
  { change, read }: { readonly change: Change; readonly read: PlanningReader },
): Promise<EntityId[]> {
  const former = new Map(aliases.map(({ from, to }) => [from, to]));
  const moved = [...groupOf].flatMap(([id, { survivor }]) =>
    (former.get(id) ?? id) === survivor ? [] : [id],
  );
  const home = (state: EntityState | undefined): EntityId | null =>
    state?.type === "organization" ? state.basedIn : null;
  const now = new Map(entities.map((state) => [state.id, state]));
  const rehomed = [...groupOf.values()].flatMap(({ survivor, merged }) =>
    home(before.get(survivor)) === home(now.get(survivor)) ? [] : [survivor, ...merged],
  );
  const pointedAt = [...new Set([...moved, ...rehomed])];
  if (pointedAt.length === 0) return [];
  const pointing = await read.claimsPointingAt(pointedAt);
  const gone = new Set(change.superseded.map(({ id }) => id));
  const subjects = pointing.filter(({ id }) => !gone.has(id)).map(({ subject }) => subject);
  return [...new Set(subjects)].filter((id) => isDerived(id) && !groupOf.has(id));
}

/** Resolves the ids that claims point at: by the groups of this commit first, then by stored aliases. */
async function resolverFor(
  { claims, groupOf }: Picture,
  read: PlanningReader,
): Promise<(id: EntityId) => EntityId> {
  const objects = [...claims.values()]
    .flat()
    .flatMap(({ value }) => (value.type === "entity" ? [value.entity] : []));
  const elsewhere = [...new Set(objects)].filter((id) => isDerived(id) && !groupOf.has(id));
  const stored = elsewhere.length > 0 ? await read.aliasesOf(elsewhere) : [];
  const to = new Map(stored.map((alias) => [alias.from, alias.to]));
  return (id) => {
    const next = groupOf.get(id)?.survivor ?? to.get(id) ?? id;
    return groupOf.get(next)?.survivor ?? next;
  };
}

/** Where each organization that is a party is based, after this commit. */
async function readHomes(
  claims: readonly SourcedClaim[],
  { named, resolve }: Homes,
  read: PlanningReader,
): Promise<(organization: EntityId) => EntityId | null> {
  const parties = claims.flatMap(({ property, value }) =>
    property === "party" && value.type === "entity" ? [resolve(value.entity)] : [],
  );
  const organizations = [...new Set(parties)].filter((id) => parseEntityId(id)?.type === "organization");
  const stored = organizations.length > 0 ? await read.currentStates(organizations) : [];
  const states = new Map([...stored, ...named].map((state) => [state.id, state]));
  return (id) => {
    const state = states.get(id);
    return state?.type === "organization" ? state.basedIn : null;
  };
}

/** People's words before matches, and the likeliest match. */
const firstToTell = (a: LinkRow, b: LinkRow): number =>
  Number(isAutomatic(a)) - Number(isAutomatic(b)) || byStrength(a, b);

/** Each merged id leads straight to its survivor, with the words of the link that joins it. */
function aliasChanges({ groupOf, aliases, linked }: Picture): Pick<Plan, "aliases" | "closedAliases"> {
  const former = new Map(aliases.map((alias) => [alias.from, alias.to]));
  const changed = [...groupOf].filter(([id, { survivor }]) => (former.get(id) ?? id) !== survivor);
  const added = changed.flatMap(([from, { survivor: to }]): AliasRow[] => {
    if (from === to) return [];
    const isJoined = ({ a, b }: LinkRow): boolean => groupOf.get(a) === groupOf.get(b);
    const [link] = linked.after
      .filter((each) => mayJoin(each) && (each.a === from || each.b === from) && isJoined(each))
      .sort(firstToTell);
    const { by = "match", score = 1, reasons = [] } = link ?? {};
    return [{ from, to, by, score, reasons }];
  });
  const closed = changed.flatMap(([id, { survivor }]) => (id === survivor ? [id] : []));
  return { aliases: added, closedAliases: closed };
}
