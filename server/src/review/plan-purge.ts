import { isDocumentId } from "@entente/graph-schema";
import { InvalidInputError, NotFoundError } from "../errors.ts";
import { deriveAffected } from "../ingest/derive-affected.ts";
import { auditId } from "../ingest/hash-ids.ts";
import { emptyPlan } from "../ingest/plan-ingest.ts";
import type { PlanningReader } from "../store/graph-store.ts";
import type { Plan } from "../store/plan.ts";
import type { Act } from "./plan-review.ts";

export interface Purged {
  /** Claims that held until now. */
  readonly erasedClaims: number;
}

/**
 * Erases a document for good, as a law may demand: its text, what it states in whatever version, and every former
 * state that rests on it. What other documents state stays and is derived anew. Only an entry in the audit log tells
 * that it was there.
 */
export async function planPurge(
  { id, reason, by, at }: Act & { readonly id: string; readonly reason: string },
  read: PlanningReader,
): Promise<{ readonly plan: Plan; readonly result: Purged }> {
  const [stored] = isDocumentId(id) ? await read.documentsById([id]) : [];
  if (!stored)
    throw new NotFoundError(`id: got "${id.slice(0, 80)}", expected a stored document's id`, ["id"]);
  const superseded = await read.claimsOfDocument(id);
  if (superseded.some(({ property }) => property === "member-of")) {
    throw new InvalidInputError(`id: ${id} is a table of members of blocs, which cannot be purged`, ["id"]);
  }
  const ids = (await read.subjectsOfDocument(id)).filter((subject) => !isReference(subject));
  const naming = (await read.claimsPointingAt(ids)).filter(({ document }) => document !== id);
  if (naming.length > 0) {
    throw new InvalidInputError(
      `id: ${naming.length} claim(s) of other documents name what only ${id} speaks of, such as ${naming[0]?.id ?? ""}; undo those corrections first`,
      ["id"],
    );
  }
  const version = (await read.dataVersion()) + 1;
  const own = new Set(ids);
  const links = (await read.linksOf(ids)).filter(({ a, b }) => own.has(a) || own.has(b));
  const change = { claims: [], superseded, links: [], closedLinks: links.map((link) => link.id) };
  const { resolve: _, ...derived } = await deriveAffected(change, read);
  const plan: Plan = {
    ...emptyPlan(version, at),
    ...derived,
    supersededClaims: superseded.map((claim) => claim.id),
    removedProfiles: ids,
    erased: { document: id, ids },
    audit: [{ id: auditId([String(version), "purge", id]), at, by, action: "purge", subject: id, reason }],
  };
  return { plan, result: { erasedClaims: superseded.length } };
}

const isReference = (id: string): boolean => /^(?:country|bloc|region|sector):/.test(id);
