import type {
  AgreementState,
  DocumentState,
  EntityId,
  EntityState,
  EntityType,
  MembershipState,
  SourcedClaim,
  Standing,
} from "@entente/graph-schema";
import type { AgreementOrder, PageRequest, Scope } from "./filter.ts";
import type { AliasRow, AuditRow, LinkKind, LinkRow, Plan, ProfileRow } from "./plan.ts";

export interface Page<T> {
  readonly items: readonly T[];
  /** More rows follow in the direction that was asked for. */
  readonly hasMore: boolean;
}

/** `exact` is false when counting stopped at the cap. */
export interface Count {
  readonly value: number;
  readonly exact: boolean;
}

export interface DataVersion {
  /** 0 before the first commit, at EMPTY_STORE_MOMENT. */
  readonly version: number;
  readonly at: string;
  readonly agreements: number;
  /** Current states of all types but agreements. */
  readonly entities: number;
  /** Live claims. */
  readonly claims: number;
  readonly documents: number;
}

/** The moment of data version 0: a store that nothing was ever written to. */
export const EMPTY_STORE_MOMENT = "1970-01-01T00:00:00.000Z";

/** What totals, timelines and buckets need of one matching agreement. */
export interface Countable {
  readonly id: EntityId;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly status: AgreementState["status"];
  /** What it is sorted by. */
  readonly usdCents: string | null;
  readonly notForAggregates: boolean;
  readonly partOf: readonly EntityId[];
  readonly amounts: AgreementState["amounts"];
  /** What ranks it among suspected duplicates. */
  readonly existence: AgreementState["existence"];
  readonly sourceRank: AgreementState["sourceRank"];
  readonly recordedIn: number;
}

/** A party and how well it is attested. */
export interface PartyStanding {
  readonly party: EntityId;
  readonly standing: Standing;
}

/** Who gives and who gets under one agreement that names both; each side by id. */
export interface Direction {
  readonly id: EntityId;
  readonly from: readonly PartyStanding[];
  readonly to: readonly PartyStanding[];
}

/** What matching agreements can be counted by. */
export type FacetField = "kind" | "status" | "sector" | "party" | "bloc";

export interface FacetCount {
  /** A word of the vocabulary, or an id. */
  readonly key: string;
  readonly count: number;
}

/** Agreements shared by two parties; `a` < `b` by id. */
export interface PairRow {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly count: number;
  /** How many of them have more than two parties. */
  readonly sharedCount: number;
  /** Sum over agreements with just these two parties that are counted (agreed, signed, in-force, completed) and have an amount; null where none has. */
  readonly usdCents: string | null;
  /** Earliest and latest day among the dated ones. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

export interface PartnerList {
  readonly node: EntityId;
  /** Most agreements first, then id. */
  readonly partners: readonly PairRow[];
  /** Partners beyond the limit, and the agreements (pair count sum) with them. */
  readonly omittedPartners: number;
  readonly omittedAgreements: number;
}

/** A search candidate: names to rank in TypeScript. */
export interface SearchCandidate {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Tokens of the query that it matched. */
  readonly matched: number;
  /** Agreements it is party to; 1 for an agreement. */
  readonly degree: number;
}

export interface DocumentQuery {
  /** Folded words that must all occur in the title as words or word prefixes (foldedText); empty means all. */
  readonly words: readonly string[];
  readonly version: number | null;
  readonly limit: number;
  /** Exclusive keyset: newest recorded first, then id descending. */
  readonly after: { readonly recordedIn: number; readonly id: string } | null;
}

/** All conditions given must hold. A claim found is live at the version, so its `supersededIn` is null. */
export interface ClaimQuery {
  /** Claims whose subject is one of these ids, or, with `document`, that this document states. */
  readonly subjects?: readonly EntityId[];
  readonly document?: string;
  readonly ids?: readonly string[];
  /** The row of this claim that is live at the version, whichever review made it; see claimFamily. */
  readonly family?: string;
  readonly version: number | null;
}

/** Live claims that wait for a reviewer: status proposed. */
export interface ReviewQueueQuery {
  /** Only what this document states. */
  readonly document?: string;
  readonly limit: number;
  /** Exclusive keyset: least confident first, then by id. */
  readonly after: { readonly confidence: number; readonly id: string } | null;
}

/** Links of one kind that hold at a version, highest score first, then by id. */
export interface LinkQuery {
  readonly kind: LinkKind;
  /** Only links that touch one of these ids. */
  readonly ids?: readonly EntityId[];
  readonly version: number | null;
  readonly limit: number;
  /** Exclusive keyset. */
  readonly after: { readonly score: number; readonly id: string } | null;
}

/** Audit entries, newest moment first, then by id. */
export interface AuditQuery {
  /** Entries about one of these. */
  readonly subjects?: readonly string[];
  readonly limit: number;
  /** Exclusive keyset. */
  readonly after: { readonly at: string; readonly id: string } | null;
}

/** The verbs that a planner may read with; inside a commit they are bound to the open transaction. */
export interface PlanningReader {
  dataVersion(): Promise<number>;
  setting(key: string): Promise<string | null>;
  documentsBySha(sha256: readonly string[]): Promise<DocumentState[]>;
  documentsByUrl(url: string): Promise<DocumentState[]>;
  /** Rows of a data set already stored: row → cellsHash of its cells. */
  recordRows(document: string, rows: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Current states; unknown ids are left out. Ids are not resolved. */
  currentStates(ids: readonly EntityId[]): Promise<EntityState[]>;
  /** Current organizations, people or events one of whose names has one of these name keys. */
  statesByNameKey(type: "organization" | "person" | "event", keys: readonly string[]): Promise<EntityState[]>;
  /** Current agreements with exactly this set of parties: the sorted ids joined by a space. */
  agreementsByPartySet(partySets: readonly string[]): Promise<AgreementState[]>;
  /** Current agreements that have one of these as a party (not by reach), by id. */
  agreementsByParty(parties: readonly EntityId[]): Promise<AgreementState[]>;
  /** Live claims with their document's rank and date, by id. */
  liveClaims(subjects: readonly EntityId[]): Promise<SourcedClaim[]>;
  /** Current aliases that lead from or to one of these ids. */
  aliasesOf(ids: readonly EntityId[]): Promise<AliasRow[]>;
  /** Open links of all kinds that touch one of these ids, by id. */
  linksOf(ids: readonly EntityId[]): Promise<LinkRow[]>;
  /** Links by id, closed ones left out. */
  linksById(ids: readonly string[]): Promise<LinkRow[]>;
  /** Profiles that other documents than this one gave under one of these keys, by id. */
  profilesByKey(keys: readonly string[], except: string): Promise<ProfileRow[]>;
  profilesOf(ids: readonly EntityId[]): Promise<ProfileRow[]>;
  /** Live claims whose value is one of these entities, by id. Not for countries, blocs and regions, which are never merged. */
  claimsPointingAt(ids: readonly EntityId[]): Promise<SourcedClaim[]>;
  /** All rows of one claim, reviewed and superseded ones included, oldest first; see claimFamily. */
  claimHistory(family: string): Promise<SourcedClaim[]>;
  /** Everything that claims of a document, live or not, were ever about, by id. */
  subjectsOfDocument(document: string): Promise<EntityId[]>;
  /** A document's kept text; null for a data set or an unknown id. */
  documentText(id: string): Promise<string | null>;
  /** Live claims that a document states, by id. */
  claimsOfDocument(document: string): Promise<SourcedClaim[]>;
  documentsById(ids: readonly string[]): Promise<(DocumentState | null)[]>;
  /** Subjects of live claims after this id, ordered; for work that goes over the whole store. */
  claimSubjects(after: EntityId, limit: number): Promise<EntityId[]>;
}

/** Computes the plan from what it reads; null means there is nothing to write. Must be pure but for the reader. */
export type Planner<T> = (
  read: PlanningReader,
) => Promise<{ readonly plan: Plan | null; readonly result: T }>;

export interface CommitOptions {
  /** A key seen before makes the commit a no-op that returns the stored result: a driver may run a commit twice. */
  readonly idempotencyKey: string;
}

/** One row of a whole-store dump, in an order that can be loaded again. */
export interface DumpRow {
  readonly table: string;
  /** Shaped as dump-tables.ts says; JSON values only. */
  readonly row: object;
}

/**
 * The store in domain verbs. Both engines implement every verb; a version of null means the newest, a number means
 * the graph as that data version knew it. Rejects with StoreUnavailableError when the engine cannot answer in time.
 */
export interface GraphStore {
  readonly engine: "embedded" | "neo4j";

  /** States by id at a version, in the order asked; merged ids answer with their survivor, unknown ones with null. */
  getEntities(ids: readonly EntityId[], version: number | null): Promise<(EntityState | null)[]>;
  search(tokens: readonly string[], types: readonly EntityType[], limit: number): Promise<SearchCandidate[]>;
  listAgreements(scope: Scope, order: AgreementOrder, page: PageRequest): Promise<Page<AgreementState>>;
  /** Stops at `cap`. */
  countAgreements(scope: Scope, cap: number): Promise<Count>;
  /** All matching agreements, reduced to what counting needs; ordered by id. */
  countables(scope: Scope): Promise<Countable[]>;
  /** Of the matching agreements those with a giving and a receiving party; ordered by id. */
  directions(scope: Scope): Promise<Direction[]>;
  /**
   * How many matching agreements have each value, most first, then by key. A party counts as far as the filter reaches
   * (viaOrganizations); a bloc counts agreements with one of its members, on the agreement's date.
   */
  facet(scope: Scope, by: FacetField, limit: number): Promise<FacetCount[]>;
  /** Pairs with most agreements first, then by a, b. Agreements of more than 12 parties make no pairs. */
  pairs(scope: Scope, limit: number): Promise<PairRow[]>;
  partners(nodes: readonly EntityId[], scope: Scope, perNode: number): Promise<PartnerList[]>;
  /** Those of a bloc, a member or both. On one day (ISO, ends included; membership-keys.ts), or all. By bloc, member, start, role. */
  memberships(
    of: { readonly bloc?: EntityId; readonly member?: EntityId },
    on: string | null,
    version: number | null,
  ): Promise<MembershipState[]>;
  /** By recordedIn descending, confidence descending, then id. Superseded claims only with a version that had them. */
  claims(query: ClaimQuery): Promise<SourcedClaim[]>;
  documents(query: DocumentQuery): Promise<Page<DocumentState>>;
  documentsById(ids: readonly string[], version: number | null): Promise<(DocumentState | null)[]>;
  /** A document's kept text; null for a data set or an unknown id. */
  documentText(id: string): Promise<string | null>;
  /** Raw cells of a data set's row as JSON text. */
  record(document: string, row: string): Promise<string | null>;
  auditLog(query: AuditQuery): Promise<AuditRow[]>;
  countAudit(subjects: readonly string[] | null): Promise<number>;
  reviewQueue(query: ReviewQueueQuery): Promise<Page<SourcedClaim>>;
  countReviewQueue(document: string | null): Promise<number>;
  links(query: LinkQuery): Promise<Page<LinkRow>>;
  countLinks(kind: LinkKind, version: number | null): Promise<number>;
  dataVersion(): Promise<DataVersion>;
  /** The newest version recorded at or before a moment (ISO); 0 where none was. */
  versionAt(moment: string): Promise<number>;
  /** When a version was recorded (ISO); EMPTY_STORE_MOMENT for 0 and for one that is not there. */
  momentOf(version: number): Promise<string>;

  /**
   * Runs the planner on a snapshot, then commits its plan in one transaction under the version lock; if the version
   * moved meanwhile, the planner runs again inside the transaction. Writers are serial.
   */
  commitPlan<T>(planner: Planner<T>, options: CommitOptions): Promise<T>;

  /** Every row of the store in a stable order, for copy and checks. */
  dump(): AsyncIterable<DumpRow>;
  /** Loads dumped rows into an empty store; rejects with a clear error where it is not empty. */
  load(rows: AsyncIterable<DumpRow>): Promise<number>;
  /** Faults found in the engine's own files or constraints, one line each; empty when sound. */
  checkIntegrity(): Promise<string[]>;
  close(): Promise<void>;
}
