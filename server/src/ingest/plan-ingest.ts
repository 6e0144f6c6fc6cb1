import type {
  AgreementState,
  Claim,
  DocumentState,
  EntityState,
  FactBatch,
  SourcedClaim,
} from "@entente/graph-schema";
import type { PlanningReader } from "../store/graph-store.ts";
import type { AuditRow, Plan } from "../store/plan.ts";
import { buildClaims } from "./build-claims.ts";
import { deriveAffected } from "./derive-affected.ts";
import { auditId } from "./hash-ids.ts";
import { findOriginal } from "./find-original.ts";
import { matchBatch } from "./match-batch.ts";
import { planDocument } from "./plan-document.ts";
import { findFreshRows, printCells, reviseRows } from "./revise-rows.ts";

/** Decides which claims of a batch are accepted at once; gets the new agreements as derived from them alone. */
export type Judge = (claims: readonly Claim[], agreements: readonly AgreementState[]) => ReadonlySet<string>;

export interface IngestOptions {
  /** ISO moment of the commit; injected so that tests and rebuilds are reproducible. */
  readonly at: string;
  /** Who accepts, and what. */
  readonly accept?: { readonly by: string; readonly judge: Judge };
}

export interface IngestResult {
  readonly document: DocumentState;
  /** The text, or each of the rows, was known already; nothing but perhaps an address was added. */
  readonly duplicate: boolean;
  /** Agreements that the document's claims are about, after matching. */
  readonly agreements: readonly AgreementState[];
  readonly claims: readonly SourcedClaim[];
  /** Rows of a data set that were new, and those that were stored with other cells. */
  readonly rows: RowCounts;
}

export interface RowCounts {
  readonly added: number;
  readonly changed: number;
}
const NO_ROWS: RowCounts = { added: 0, changed: 0 };

/** What ingesting a batch would write; reads through the planner's verbs only, so it is the same plan in both engines. */
export async function planIngest(
  batch: FactBatch,
  options: IngestOptions,
  read: PlanningReader,
): Promise<{ plan: Plan | null; result: IngestResult }> {
  const version = (await read.dataVersion()) + 1;
  const { at } = options;
  const source = await planDocument(batch.document, { version, at }, read);
  const empty = emptyPlan(version, at);
  if (source.known && batch.document.type === "article") {
    const plan = source.changed ? { ...empty, documents: [source.document] } : null;
    return {
      plan,
      result: { document: source.document, duplicate: true, agreements: [], claims: [], rows: NO_ROWS },
    };
  }
  const planned = source.document;
  const { batch: fresh, changedRows } = await findFreshRows(batch, planned.id, read);
  if (source.known && fresh.records?.length === 0 && fresh.facts.length === 0) {
    return {
      plan: null,
      result: { document: planned, duplicate: true, agreements: [], claims: [], rows: NO_ROWS },
    };
  }
  const built = buildClaims(fresh, { document: planned.id, version, at });
  const revised = planned.revisionOf === null ? [] : await read.claimsOfDocument(planned.revisionOf);
  const rewritten = await reviseRows(built, { document: planned.id, rows: changedRows }, read);
  const superseded = [...revised, ...rewritten.superseded];
  const matched = await matchBatch(
    { document: planned, claims: built, former: superseded, isKnown: source.known, version, at },
    read,
  );
  const isNew = batch.document.type === "article" && !source.known;
  const text = isNew ? batch.document.text : null;
  const syndicatedFrom =
    text === null || planned.revisionOf !== null ? null : await findOriginal(text, matched.documents, read);
  const document = { ...planned, syndicatedFrom: syndicatedFrom ?? planned.syndicatedFrom };
  const claims = accept(rewritten.claims, matched.agreements, options);
  const sourced = claims.map((claim) => ({
    ...claim,
    source: { rank: document.rank, published: document.published },
  }));
  const derived = await deriveAffected(
    { claims: sourced, superseded, links: matched.links, closedLinks: matched.closedLinks },
    read,
  );
  const { resolve, ...derivedRows } = derived;

  const plan: Plan = {
    ...empty,
    documents: source.known ? [] : [document],
    texts: text === null ? [] : [{ document: document.id, text }],
    records: (fresh.records ?? []).map(({ row, cells }) => ({
      document: document.id,
      row,
      cells: printCells(cells),
    })),
    claims,
    supersededClaims: superseded.map(({ id }) => id),
    ...derivedRows,
    profiles: matched.profiles,
    removedProfiles: matched.removedProfiles,
    audit: auditRows(batch, document, { claims, version, options }),
  };
  const subjects = new Set(claims.map(({ subject }) => resolve(subject)));
  const agreements = derived.states.filter(
    (state): state is AgreementState => isAgreement(state) && subjects.has(state.id),
  );
  const changed = changedRows.size;
  const rows = { added: plan.records.length - changed, changed };
  return { plan, result: { document, duplicate: false, agreements, claims: sourced, rows } };
}

const isAgreement = (state: EntityState): state is AgreementState => state.type === "agreement";

/** A plan that changes nothing yet. */
export const emptyPlan = (version: number, at: string): Plan => ({
  version,
  at,
  documents: [],
  texts: [],
  records: [],
  claims: [],
  supersededClaims: [],
  states: [],
  removedStates: [],
  memberships: [],
  aliases: [],
  closedAliases: [],
  links: [],
  closedLinks: [],
  profiles: [],
  removedProfiles: [],
  audit: [],
  settings: [],
});

function accept(
  claims: readonly Claim[],
  agreements: readonly AgreementState[],
  options: IngestOptions,
): Claim[] {
  const accepted = options.accept?.judge(claims, agreements) ?? new Set();
  const by = options.accept?.by ?? null;
  return claims.map((claim) =>
    accepted.has(claim.id) ? { ...claim, status: "accepted", reviewedBy: by, reviewedAt: options.at } : claim,
  );
}

interface AuditContext {
  readonly claims: readonly Claim[];
  readonly version: number;
  readonly options: IngestOptions;
}

function auditRows(
  batch: FactBatch,
  document: DocumentState,
  { claims, version, options }: AuditContext,
): AuditRow[] {
  const row = (by: string, action: string, reason: string | null): AuditRow => ({
    id: auditId([String(version), action, document.id]),
    at: options.at,
    by,
    action,
    subject: document.id,
    reason,
  });
  const accepted = claims.filter(({ reviewedBy }) => reviewedBy !== null).length;
  const ingest = row(batch.producer, "ingest", null);
  if (accepted === 0) return [ingest];
  const by = options.accept?.by ?? batch.producer;
  return [ingest, row(by, "accept", `${accepted} of ${claims.length} claims equal the expected facts`)];
}
