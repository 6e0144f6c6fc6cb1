import {
  parseEntityId,
  type AgreementState,
  type DocumentState,
  type EntityId,
  type EntityState,
  type SourcedClaim,
} from "@entente/graph-schema";
import { NEWEST_FIRST } from "../services/list-agreements.ts";
import { sortKeyOf } from "../store/agreement-keys.ts";
import type { AgreementFilter, SortKey } from "../store/filter.ts";
import type { GraphStore } from "../store/graph-store.ts";
import { readQuotes } from "./read-quotes.ts";
import { farEnd, relationsOf, type Relation } from "./relations-of.ts";

/** Entities read at a time: what an export holds in memory, whatever the size of the store. */
const PAGE_ENTITIES = 100;

/** One claim with what a reader needs to follow it to its source. */
export interface SourcedFact {
  readonly claim: SourcedClaim;
  /** The entity that it names, after merges. */
  readonly object: EntityState | null;
  /** Whether the graph's answer rests on it: false for what lost to another source or was rejected. */
  readonly holds: boolean;
  readonly document: DocumentState;
  /** The exact words of the document, or "column: cell" of a data set's row. */
  readonly quote: string;
}

export interface ExportedRelation extends Relation {
  readonly facts: readonly SourcedFact[];
}

export interface ExportedEntity<S extends EntityState = EntityState> {
  readonly state: S;
  readonly facts: readonly SourcedFact[];
  /** Those whose far end the graph knows: all that was said of an organization may have been rejected. */
  readonly relations: readonly ExportedRelation[];
}

/** Where an export reads: one version of the graph, so that all of its parts fit together. */
export interface ExportSource {
  readonly store: GraphStore;
  readonly version: number;
}

/** The agreements that pass the filter with all their facts, newest first, a page in memory at a time. */
export async function* readAgreements(
  source: ExportSource,
  filter: AgreementFilter,
): AsyncGenerator<ExportedEntity<AgreementState>> {
  const { store, version } = source;
  let start: SortKey | null = null;
  for (;;) {
    const page = { limit: PAGE_ENTITIES, start, backward: false };
    const { items, hasMore } = await store.listAgreements({ filter, version }, NEWEST_FIRST, page);
    yield* await withFacts(source, items);
    const last = items.at(-1);
    if (!hasMore || !last) return;
    start = sortKeyOf(last, NEWEST_FIRST);
  }
}

/** Entities by id with their facts, in order of id. Reference entities (countries, sectors …) come without. */
export async function* readEntities(
  source: ExportSource,
  ids: Iterable<EntityId>,
): AsyncGenerator<ExportedEntity> {
  const sorted = [...ids].sort();
  for (let i = 0; i < sorted.length; i += PAGE_ENTITIES) {
    const states = await source.store.getEntities(sorted.slice(i, i + PAGE_ENTITIES), source.version);
    yield* await withFacts(
      source,
      states.filter((state) => state !== null),
    );
  }
}

const STATED = ["agreement", "organization", "person", "event"];
const isStated = ({ id }: EntityState): boolean => STATED.includes(parseEntityId(id)?.type ?? "");

async function withFacts<S extends EntityState>(
  source: ExportSource,
  states: readonly S[],
): Promise<ExportedEntity<S>[]> {
  const { store, version } = source;
  const subjects = states.filter(isStated).flatMap(({ id, mergedIds }) => [id, ...mergedIds]);
  const claims = subjects.length > 0 ? await store.claims({ subjects, version }) : [];
  const named = claims.flatMap(({ value }) => (value.type === "entity" ? [value.entity] : []));
  const ends = states.flatMap((state) => relationsOf(state).map((relation) => farEnd(relation, state.id)));
  const [known, documents, quotes] = await Promise.all([
    readKnown(source, [...named, ...ends]),
    readDocuments(source, claims),
    readQuotes(store, claims),
  ]);
  const bySubject = new Map<EntityId, SourcedClaim[]>(subjects.map((id) => [id, []]));
  for (const claim of claims) bySubject.get(claim.subject)?.push(claim);
  return states.map((state) => {
    const lost = new Set(state.conflicts.flatMap(({ others }) => others));
    const own = [state.id, ...state.mergedIds].flatMap((id) => bySubject.get(id) ?? []);
    const facts = own.flatMap((claim): SourcedFact[] => {
      const document = documents.get(claim.document);
      if (!document) return [];
      const object = claim.value.type === "entity" ? (known.get(claim.value.entity) ?? null) : null;
      const holds = claim.status !== "rejected" && !lost.has(claim.id);
      return [{ claim, object, holds, document, quote: quotes.get(claim.id) ?? "" }];
    });
    const relations = relationsOf(state)
      .filter((relation) => known.has(farEnd(relation, state.id)))
      .map((relation) => ({
        ...relation,
        facts: facts.filter(({ claim, object }) => relation.isStatedBy(claim, object?.id ?? null)),
      }));
    return { state, facts, relations };
  });
}

/** Entities by the ids that claims and states name them by. */
async function readKnown(
  { store, version }: ExportSource,
  named: readonly EntityId[],
): Promise<ReadonlyMap<EntityId, EntityState>> {
  const ids = [...new Set(named)];
  const states = ids.length > 0 ? await store.getEntities(ids, version) : [];
  return new Map(ids.flatMap((id, i) => (states[i] ? [[id, states[i]] as const] : [])));
}

async function readDocuments(
  { store }: ExportSource,
  claims: readonly SourcedClaim[],
): Promise<ReadonlyMap<string, DocumentState>> {
  const ids = [...new Set(claims.map(({ document }) => document))];
  const documents = ids.length > 0 ? await store.documentsById(ids, null) : [];
  return new Map(documents.flatMap((document) => (document ? [[document.id, document] as const] : [])));
}
