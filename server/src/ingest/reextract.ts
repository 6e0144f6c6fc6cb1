import { randomUUID } from "node:crypto";
import { extractArticle } from "@entente/extract";
import {
  claimFamily,
  valueText,
  type Claim,
  type DocumentState,
  type EntityId,
  type FactBatch,
  type SourcedClaim,
} from "@entente/graph-schema";
import { NotFoundError } from "../errors.ts";
import type { GraphStore, PlanningReader } from "../store/graph-store.ts";
import type { Plan } from "../store/plan.ts";
import { buildClaims } from "./build-claims.ts";
import { deriveAffected } from "./derive-affected.ts";
import { auditId } from "./hash-ids.ts";
import { matchBatch } from "./match-batch.ts";
import { emptyPlan } from "./plan-ingest.ts";
import { restate } from "./revise-rows.ts";
import { validateBatch } from "./validate-batch.ts";

/** Documents read at a time. */
const PAGE_DOCUMENTS = 100;

export interface Reextracted {
  readonly documents: number;
  /** Documents of which something is read otherwise now. */
  readonly changed: number;
  readonly added: number;
  readonly superseded: number;
  /** Documents that a newer extractor than this program's has read: they are left alone. */
  readonly newer: number;
}

interface Outcome {
  readonly added: number;
  readonly superseded: number;
  readonly isNewer: boolean;
}

const NOTHING: Outcome = { added: 0, superseded: 0, isNewer: false };

const nameOf = (producer: string): string => producer.split("@")[0] ?? "";
const versionOf = (producer: string): number => Number(producer.split("@")[1] ?? 0);

/** A person has spoken on it: judged it, corrected it, or wrote it. */
const isReviewed = (claim: Claim): boolean =>
  claim.reviewedBy !== null || claim.reviewOf !== undefined || claim.correctionOf !== undefined;

/** The same statement, wherever in the text it stands. */
const statementOf = ({ subject, property, value, validOn }: Claim): string =>
  [subject, property, valueText(value), validOn?.earliest ?? ""].join("\n");

interface Reading {
  readonly document: DocumentState;
  readonly batch: FactBatch;
  readonly at: string;
}

/** What a newer extraction of one document changes: claims that no person has judged give way to what is read now. */
export async function planReextract(
  { document, batch, at }: Reading,
  read: PlanningReader,
): Promise<{ readonly plan: Plan | null; readonly result: Outcome }> {
  const live = await read.claimsOfDocument(document.id);
  const own = live.filter(({ extractor }) => nameOf(extractor) === nameOf(batch.producer));
  if (own.some(({ extractor }) => versionOf(extractor) > versionOf(batch.producer))) {
    return { plan: null, result: { ...NOTHING, isNewer: true } };
  }
  const version = (await read.dataVersion()) + 1;
  const built = buildClaims(batch, { document: document.id, version, at });
  const reviewed = live.filter(isReviewed);
  const judged = new Set([...reviewed.map(statementOf), ...(await correctedStatements(reviewed, read))]);
  const stated = new Set(built.map(({ id }) => id));
  const superseded = own.filter((claim) => !isReviewed(claim) && !stated.has(claimFamily(claim.id)));
  const standing = new Set(live.map(({ id }) => claimFamily(id)));
  const fresh = built.filter((claim) => !standing.has(claim.id) && !judged.has(statementOf(claim)));
  if (fresh.length + superseded.length === 0) return { plan: null, result: NOTHING };
  const claims: Claim[] = [];
  for (const claim of fresh) claims.push(restate(claim, await read.claimHistory(claim.id)));
  return await asPlan({ document, batch, at, version, built, claims, superseded, reviewed }, read);
}

/** What a person corrected was read before: reading it again must not bring it back. */
async function correctedStatements(
  reviewed: readonly SourcedClaim[],
  read: PlanningReader,
): Promise<string[]> {
  const families = reviewed.flatMap(({ correctionOf }) => correctionOf ?? []);
  const histories = await Promise.all(families.map((family) => read.claimHistory(family)));
  return histories.flat().map(statementOf);
}

interface Changed extends Reading {
  readonly version: number;
  readonly built: readonly Claim[];
  readonly claims: readonly Claim[];
  readonly superseded: readonly SourcedClaim[];
  readonly reviewed: readonly SourcedClaim[];
}

async function asPlan(
  { document, batch, at, version, built, claims, superseded, reviewed }: Changed,
  read: PlanningReader,
): Promise<{ readonly plan: Plan; readonly result: Outcome }> {
  const kept = new Set<EntityId>(built.map(({ subject }) => subject));
  // What a person judged about a deal that is read no longer still speaks of it.
  const about = [...built, ...reviewed.filter(({ subject }) => !kept.has(subject))];
  const matched = await matchBatch(
    { document, claims: about, former: superseded, isKnown: true, version, at },
    read,
  );
  const source = { rank: document.rank, published: document.published };
  const sourced = claims.map((claim) => ({ ...claim, source }));
  const { resolve: _, ...derived } = await deriveAffected(
    { claims: sourced, superseded, links: matched.links, closedLinks: matched.closedLinks },
    read,
  );
  const plan: Plan = {
    ...emptyPlan(version, at),
    ...derived,
    claims,
    supersededClaims: superseded.map(({ id }) => id),
    profiles: matched.profiles,
    removedProfiles: matched.removedProfiles,
    audit: [
      {
        id: auditId([String(version), "reextract", document.id]),
        at,
        by: batch.producer,
        action: "reextract",
        subject: document.id,
        reason: `${claims.length} claims added, ${superseded.length} superseded`,
      },
    ],
  };
  return { plan, result: { added: claims.length, superseded: superseded.length, isNewer: false } };
}

/** Extracts one stored article again. */
async function reextractDocument(store: GraphStore, document: DocumentState, at: string): Promise<Outcome> {
  const text = await store.documentText(document.id);
  if (text === null || document.retractedAt !== undefined || document.type !== "article") return NOTHING;
  const { title, url, publisher, published, language } = document;
  const extracted = extractArticle({
    text,
    title,
    language,
    ...(url !== null && { url }),
    ...(publisher !== null && { publisher }),
    ...(published?.precision === "day" && { published: published.earliest }),
  });
  const batch = validateBatch({
    ...extracted,
    document: { ...extracted.document, ...(published && { published }) } as FactBatch["document"],
  });
  return await store.commitPlan((read) => planReextract({ document, batch, at }, read), {
    idempotencyKey: randomUUID(),
  });
}

export interface ReextractOptions {
  /** Only this one. */
  readonly document?: string;
  readonly at?: string;
  readonly onProgress?: (done: number) => void;
}

/**
 * Extracts stored articles again with this program's extractor. What a person has judged stays as it is; a second run
 * changes nothing.
 */
export async function reextract(store: GraphStore, options: ReextractOptions = {}): Promise<Reextracted> {
  const at = options.at ?? new Date().toISOString();
  const total = { documents: 0, changed: 0, added: 0, superseded: 0, newer: 0 };
  for await (const document of documentsOf(store, options.document)) {
    const { added, superseded, isNewer } = await reextractDocument(store, document, at);
    total.documents++;
    total.added += added;
    total.superseded += superseded;
    if (added + superseded > 0) total.changed++;
    if (isNewer) total.newer++;
    options.onProgress?.(total.documents);
  }
  return total;
}

async function* documentsOf(store: GraphStore, id: string | undefined): AsyncGenerator<DocumentState> {
  if (id !== undefined) {
    const [document] = await store.documentsById([id], null);
    if (!document)
      throw new NotFoundError(`document: got "${id.slice(0, 80)}", expected a stored one's id`, ["document"]);
    yield document;
    return;
  }
  for (let after: { recordedIn: number; id: string } | null = null; ;) {
    const page: Awaited<ReturnType<GraphStore["documents"]>> = await store.documents({
      version: null,
      words: [],
      limit: PAGE_DOCUMENTS,
      after,
    });
    for (const document of page.items) if (document.type === "article") yield document;
    const last = page.items.at(-1);
    if (!last || !page.hasMore) return;
    after = { recordedIn: last.recordedIn, id: last.id };
  }
}
