import { isDocumentId, type DocumentState, type EntityId, type SourcedClaim } from "@entente/graph-schema";
import { InvalidInputError, NotFoundError } from "../errors.ts";
import { deriveAffected } from "../ingest/derive-affected.ts";
import { auditId } from "../ingest/hash-ids.ts";
import { emptyPlan } from "../ingest/plan-ingest.ts";
import type { PlanningReader } from "../store/graph-store.ts";
import { isAutomatic, type Plan } from "../store/plan.ts";
import type { Act } from "./plan-review.ts";

export interface Retracted {
  readonly document: DocumentState;
  readonly retractedClaims: number;
}

/**
 * Takes back a document: its claims leave, and entities that no other document speaks of leave the lists. Nothing is
 * erased: the document says that it was retracted, and earlier data versions answer as before.
 */
export async function planRetraction(
  { id, reason, by, at }: Act & { readonly id: string; readonly reason: string },
  read: PlanningReader,
): Promise<{ readonly plan: Plan | null; readonly result: Retracted }> {
  const [stored] = isDocumentId(id) ? await read.documentsById([id]) : [];
  if (!stored)
    throw new NotFoundError(`id: got "${id.slice(0, 80)}", expected a stored document's id`, ["id"]);
  if (stored.retractedAt !== undefined)
    return { plan: null, result: { document: stored, retractedClaims: 0 } };
  const superseded = await read.claimsOfDocument(id);
  if (superseded.some(({ property }) => property === "member-of")) {
    throw new InvalidInputError(`id: ${id} is a table of members of blocs, which cannot be retracted`, [
      "id",
    ]);
  }
  const version = (await read.dataVersion()) + 1;
  const document = { ...stored, retractedAt: at, retractionReason: reason };
  const gone = await unspokenOf(superseded, read);
  const matches = gone.length > 0 ? (await read.linksOf(gone)).filter(isAutomatic) : [];
  const change = { claims: [], superseded, links: [], closedLinks: matches.map((link) => link.id) };
  const { resolve: _, ...derived } = await deriveAffected(change, read);
  const plan: Plan = {
    ...emptyPlan(version, at),
    ...derived,
    documents: [document],
    supersededClaims: superseded.map((claim) => claim.id),
    removedProfiles: gone,
    audit: [
      { id: auditId([String(version), "retract", id]), at, by, action: "retract", subject: id, reason },
    ],
  };
  return { plan, result: { document, retractedClaims: superseded.length } };
}

/** Ids of which nothing is known once these claims leave: nothing is matched with them any more. */
async function unspokenOf(leaving: readonly SourcedClaim[], read: PlanningReader): Promise<EntityId[]> {
  const ids = [...new Set(leaving.map(({ subject }) => subject))];
  const gone = new Set(leaving.map(({ id }) => id));
  const left = new Set(
    (await read.liveClaims(ids)).flatMap(({ id, subject }) => (gone.has(id) ? [] : [subject])),
  );
  return ids.filter((id) => !left.has(id));
}
