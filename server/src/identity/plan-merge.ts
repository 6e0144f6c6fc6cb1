import { parseEntityId, type EntityId, type EntityState, type SourcedClaim } from "@entente/graph-schema";
import { InvalidInputError, NotFoundError } from "../errors.ts";
import { deriveAffected, type Derived } from "../ingest/derive-affected.ts";
import { auditId, linkId } from "../ingest/hash-ids.ts";
import { emptyPlan } from "../ingest/plan-ingest.ts";
import type { Act } from "../review/plan-review.ts";
import type { PlanningReader } from "../store/graph-store.ts";
import { isAutomatic, type AuditRow, type LinkKind, type LinkRow, type Plan } from "../store/plan.ts";
import { groupIds, type IdGroup } from "./group-ids.ts";
import { readLinks, type LinkChange } from "./read-links.ts";

/** Most ids of one merge. */
export const MAX_MERGED = 50;

export interface IdentityResult {
  /** The survivor, or of two that are not the same the first; null where nothing is known of it any more. */
  readonly entity: EntityState | null;
  readonly mergeId: string | null;
  /** Live claims about what was merged, unmerged or told apart. */
  readonly claims: number;
  /** Of an undone merge: claims that came since and stay with the survivor. */
  readonly stayedWithSurvivor: readonly SourcedClaim[];
}

interface Planned {
  readonly plan: Plan;
  readonly result: IdentityResult;
}

const MERGED_TYPES = ["organization", "person", "event", "agreement"];
const typeOf = (id: EntityId): string => parseEntityId(id)?.type ?? "";

interface Context {
  readonly groups: ReadonlyMap<EntityId, IdGroup>;
  readonly links: readonly LinkRow[];
}

async function readContext(ids: readonly EntityId[], read: PlanningReader): Promise<Context> {
  const linked = await readLinks(ids, { links: [], closedLinks: [] }, read);
  return { groups: groupIds(linked.ids, linked.before), links: linked.before };
}

const membersOf = (group: IdGroup | undefined): EntityId[] =>
  group ? [group.survivor, ...group.merged] : [];

/** Refuses ids that nothing is known of, of several types, or that are reference data. */
async function checkIds(
  ids: readonly { readonly field: string; readonly id: EntityId }[],
  { groups }: Context,
  read: PlanningReader,
): Promise<void> {
  const survivors = ids.flatMap(({ id }) => groups.get(id)?.survivor ?? []);
  const states = new Set((await read.currentStates(survivors)).map(({ id }) => id));
  const [first] = ids;
  for (const { field, id } of ids) {
    if (!MERGED_TYPES.includes(typeOf(id))) {
      throw new InvalidInputError(
        `${field}: got "${id.slice(0, 80)}", expected the id of one of ${MERGED_TYPES.join(", ")}`,
        [field],
      );
    }
    if (!states.has(groups.get(id)?.survivor ?? "")) {
      throw new NotFoundError(`${field}: got ${id}, expected the id of a current entity`, [field]);
    }
    if (first && typeOf(id) !== typeOf(first.id)) {
      throw new InvalidInputError(
        `${field}: got ${id}, expected one of type ${typeOf(first.id)} as ${first.field}`,
        [field],
      );
    }
  }
}

/** Two records of one data set are two things by its publisher's word. */
async function checkRecords(
  a: readonly EntityId[],
  b: readonly EntityId[],
  read: PlanningReader,
): Promise<void> {
  if (typeOf(a[0] ?? "") !== "agreement") return;
  const rowsOf = (claims: readonly SourcedClaim[]) =>
    claims.flatMap(({ document, evidence }) => ("row" in evidence ? [{ document, row: evidence.row }] : []));
  const [rowsA, rowsB] = [rowsOf(await read.liveClaims(a)), rowsOf(await read.liveClaims(b))];
  for (const { document, row } of rowsA) {
    const other = rowsB.find((each) => each.document === document && each.row !== row);
    if (!other) continue;
    throw new InvalidInputError(
      `from: rows ${row} and ${other.row} of ${document} are two records of one data set, expected agreements of different sources`,
      ["from"],
    );
  }
}

const isBetween = ({ a, b }: LinkRow, one: readonly EntityId[], other: readonly EntityId[]): boolean =>
  (one.includes(a) && other.includes(b)) || (one.includes(b) && other.includes(a));

interface NewLink extends Act {
  readonly kind: LinkKind;
  readonly a: EntityId;
  readonly b: EntityId;
  readonly reason: string;
  readonly version: number;
}

const personsLink = ({ kind, a, b, by, reason, version, at }: NewLink, id: string): LinkRow => ({
  id,
  kind,
  a,
  b,
  by,
  score: 1,
  reasons: [reason],
  recordedIn: version,
  recordedAt: at,
});

interface Outcome extends Act {
  readonly change: LinkChange;
  readonly action: string;
  readonly subject: EntityId;
  readonly reason: string;
  readonly version: number;
}

async function asPlan(
  { change, action, subject, reason, version, by, at }: Outcome,
  read: PlanningReader,
): Promise<{ readonly plan: Plan; readonly derived: Derived }> {
  const derived = await deriveAffected({ claims: [], superseded: [], ...change }, read);
  const { resolve: _, ...rows } = derived;
  const audit: AuditRow = {
    id: auditId([String(version), action, subject]),
    at,
    by,
    action,
    subject,
    reason,
  };
  return { plan: { ...emptyPlan(version, at), ...rows, audit: [audit] }, derived };
}

const entityIn = async (
  id: EntityId,
  { states, resolve }: Derived,
  read: PlanningReader,
): Promise<EntityState | null> => {
  const survivor = resolve(id);
  const [stored] = await read.currentStates([survivor]);
  return states.find((state) => state.id === survivor) ?? stored ?? null;
};

export interface Merge extends Act {
  readonly into: EntityId;
  readonly from: readonly EntityId[];
  readonly reason: string;
}

/** Merges entities of one type into another that survives; it settles open questions between them. */
export async function planMerge(
  { into, from, reason, by, at }: Merge,
  read: PlanningReader,
): Promise<Planned> {
  if (from.length === 0 || from.length > MAX_MERGED) {
    throw new InvalidInputError(`from: got ${from.length} ids, expected 1 to ${MAX_MERGED}`, ["from"]);
  }
  const context = await readContext([into, ...from], read);
  await checkIds([{ field: "into", id: into }, ...from.map((id) => ({ field: "from", id }))], context, read);
  const target = membersOf(context.groups.get(into));
  const joined = [target];
  // What only matching joined may be merged by a person: that confirms it, and chooses the id.
  const merged = groupIds(
    context.groups.keys(),
    context.links.filter((link) => !isAutomatic(link)),
  );
  const chosen = new Set([merged.get(into)]);
  for (const id of new Set(from)) {
    const members = membersOf(context.groups.get(id));
    const isMerged = chosen.has(merged.get(id));
    chosen.add(merged.get(id));
    if (isMerged) {
      throw new InvalidInputError(`from: ${id} is merged into ${into} already`, ["from"]);
    }
    const others = joined.flat().filter((other) => !members.includes(other));
    const mark = context.links.find((link) => link.kind === "not-same" && isBetween(link, others, members));
    if (mark) {
      throw new InvalidInputError(
        `from: ${id} is marked as not the same by ${mark.by} (${mark.reasons.join("; ")}); take that mark back first`,
        ["from"],
      );
    }
    await checkRecords(others, members, read);
    joined.push(members);
  }
  const version = (await read.dataVersion()) + 1;
  const mergeId = linkId(["merge", into, ...from, String(version)]);
  const base = { kind: "same", a: into, by, at, reason, version } as const;
  const links = [...new Set(from)].map((b, i) =>
    personsLink({ ...base, b }, i === 0 ? mergeId : `${mergeId}~${i}`),
  );
  const change = { links, closedLinks: [] };
  const { plan, derived } = await asPlan(
    { change, action: "merge", subject: into, reason, version, by, at },
    read,
  );
  const claims = (await read.liveClaims(joined.slice(1).flat())).length;
  const entity = await entityIn(into, derived, read);
  return { plan, result: { entity, mergeId, claims, stayedWithSurvivor: [] } };
}

/** Undoes a merge, in whatever order: what remains is what the other links give. Matches can be undone by marking the two as not the same. */
export async function planUndoMerge(
  { mergeId, reason, by, at }: Act & { readonly mergeId: string; readonly reason: string },
  read: PlanningReader,
): Promise<Planned> {
  const ids = [mergeId, ...Array.from({ length: MAX_MERGED - 1 }, (_, i) => `${mergeId}~${i + 1}`)];
  const undone = (await read.linksById(ids)).filter(({ kind }) => kind === "same");
  const [first] = undone;
  if (!first) {
    throw new NotFoundError(
      `mergeId: got "${mergeId.slice(0, 80)}", expected the id of a merge that stands`,
      ["mergeId"],
    );
  }
  const version = (await read.dataVersion()) + 1;
  // What matching found stays found; a person's word that it is wrong keeps the two apart.
  const apart = undone
    .filter(isAutomatic)
    .map(({ a, b }) =>
      personsLink(
        { kind: "not-same", a, b, by, at, reason, version },
        linkId(["not-same", a, b, String(version)]),
      ),
    );
  const change = {
    links: apart,
    closedLinks: undone.filter((link) => !isAutomatic(link)).map(({ id }) => id),
  };
  const { plan, derived } = await asPlan(
    { change, action: "undo-merge", subject: first.a, reason, version, by, at },
    read,
  );
  const before = await readContext([first.a], read);
  const members = membersOf(before.groups.get(first.a));
  const live = await read.liveClaims(members);
  const survivor = derived.resolve(first.a);
  const left = live.filter(({ subject }) => derived.resolve(subject) !== survivor);
  const stayed = live.filter(
    (claim) =>
      derived.resolve(claim.subject) === survivor &&
      (claim.firstRecordedIn ?? claim.recordedIn) > first.recordedIn,
  );
  const entity = await entityIn(first.a, derived, read);
  return { plan, result: { entity, mergeId, claims: left.length, stayedWithSurvivor: stayed } };
}

export interface Mark extends Act {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly reason: string;
}

/** Remembers that two are not the same: matches between them no longer hold, and none is made again. */
export async function planMarkNotSame(
  { a, b, reason, by, at }: Mark,
  read: PlanningReader,
): Promise<Planned> {
  if (a === b) throw new InvalidInputError(`b: got ${b}, expected another id than a`, ["b"]);
  const context = await readContext([a, b], read);
  await checkIds(
    [
      { field: "a", id: a },
      { field: "b", id: b },
    ],
    context,
    read,
  );
  const [groupA, groupB] = [membersOf(context.groups.get(a)), membersOf(context.groups.get(b))];
  if (context.links.some((link) => link.kind === "not-same" && isBetween(link, [a], [b]))) {
    throw new InvalidInputError(`b: ${a} and ${b} are marked as not the same already`, ["b"]);
  }
  const version = (await read.dataVersion()) + 1;
  const mark = personsLink(
    { kind: "not-same", a, b, by, at, reason, version },
    linkId(["not-same", a, b, String(version)]),
  );
  const [after] = [groupIds(context.groups.keys(), [...context.links, mark])];
  if (after.get(a) === after.get(b)) {
    const merge = context.links.find(
      (link) =>
        link.kind === "same" && !isAutomatic(link) && groupA.includes(link.a) && groupA.includes(link.b),
    );
    throw new InvalidInputError(`b: ${merge?.by ?? "a person"} merged ${a} and ${b}; undo that merge first`, [
      "b",
    ]);
  }
  const change = { links: [mark], closedLinks: [] };
  const { plan, derived } = await asPlan(
    { change, action: "mark-not-same", subject: a, reason, version, by, at },
    read,
  );
  const claims = (await read.liveClaims(groupB)).length;
  return {
    plan,
    result: { entity: await entityIn(a, derived, read), mergeId: null, claims, stayedWithSurvivor: [] },
  };
}

/** Takes such a mark back; matches that it kept apart hold again. */
export async function planUnmarkNotSame(
  { a, b, reason, by, at }: Mark,
  read: PlanningReader,
): Promise<Planned> {
  const context = await readContext([a, b], read);
  const [groupA, groupB] = [membersOf(context.groups.get(a)), membersOf(context.groups.get(b))];
  const marks = context.links.filter(
    (link) => link.kind === "not-same" && (isBetween(link, [a], [b]) || isBetween(link, groupA, groupB)),
  );
  if (marks.length === 0) {
    throw new NotFoundError(`b: ${a} and ${b} are not marked as not the same`, ["b"]);
  }
  const version = (await read.dataVersion()) + 1;
  const change = { links: [], closedLinks: marks.map(({ id }) => id) };
  const { plan, derived } = await asPlan(
    { change, action: "unmark-not-same", subject: a, reason, version, by, at },
    read,
  );
  const claims = (await read.liveClaims(groupB)).length;
  return {
    plan,
    result: { entity: await entityIn(a, derived, read), mergeId: null, claims, stayedWithSurvivor: [] },
  };
}
