import { randomUUID } from "node:crypto";
import type { ReviewStatus } from "@entente/graph-schema";
import { InvalidInputError } from "../errors.ts";
import {
  planMarkNotSame,
  planMerge,
  planUndoMerge,
  planUnmarkNotSame,
  type IdentityResult,
} from "../identity/plan-merge.ts";
import { planRetraction, type Retracted } from "../review/plan-retraction.ts";
import { planReview, planUndoReview, type Reviewed } from "../review/plan-review.ts";
import type { GraphStore, Planner } from "../store/graph-store.ts";
import { primePreview } from "./prime-preview.ts";
import type { Loaders } from "./read-context.ts";
import type { Viewer } from "./role.ts";

type Maybe<T> = T | null | undefined;

/** The store, what this request has read, and who acts. */
export interface Curating {
  readonly store: GraphStore;
  readonly loaders: Loaders;
  readonly viewer: Viewer;
}

const act = ({ viewer }: Curating) => ({ by: viewer.name ?? "anonymous", at: new Date().toISOString() });

/** Longest note or reason that is kept, in UTF-16 units. */
const MAX_REASON = 2000;

function checkReason(reason: string, field = "reason"): string {
  const text = reason.trim();
  if (text !== "" && text.length <= MAX_REASON) return text;
  const got = text === "" ? "nothing" : `${text.length} characters`;
  throw new InvalidInputError(`${field}: got ${got}, expected 1 to ${MAX_REASON} characters`, [field]);
}

const commit = <T>({ store }: Curating, planner: Planner<T>): Promise<T> =>
  store.commitPlan(planner, { idempotencyKey: randomUUID() });

export interface ReviewClaimInput {
  readonly id: string;
  readonly status: ReviewStatus;
  readonly value?: Maybe<string>;
  readonly note?: Maybe<string>;
  readonly expectedStatus: ReviewStatus;
  readonly dryRun?: Maybe<boolean>;
}

/**
 * Judges a claim, or corrects it; with `dryRun` shows in this request what its subject would be. Throws StaleError
 * where somebody else judged it meanwhile.
 */
export async function reviewClaim(curating: Curating, input: ReviewClaimInput): Promise<Reviewed> {
  const { id, status, value, note, expectedStatus, dryRun } = input;
  const review = {
    ...act(curating),
    id,
    status,
    expectedStatus,
    ...(value != null && { value }),
    ...(note != null && { note: checkReason(note, "note") }),
  };
  if (!dryRun) return await commit(curating, (read) => planReview(review, read));
  const { plan, result } = await commit(curating, async (read) => ({
    plan: null,
    result: await planReview(review, read),
  }));
  primePreview(curating.loaders, plan, [result.claim]);
  return result;
}

export interface Reasoned {
  readonly reason: string;
}

export function undoReview(
  curating: Curating,
  { claim, reason }: Reasoned & { readonly claim: string },
): Promise<Reviewed> {
  const undo = { ...act(curating), id: claim, reason: checkReason(reason) };
  return commit(curating, (read) => planUndoReview(undo, read));
}

export function retractDocument(
  curating: Curating,
  { id, reason }: Reasoned & { readonly id: string },
): Promise<Retracted> {
  const retraction = { ...act(curating), id, reason: checkReason(reason) };
  return commit(curating, (read) => planRetraction(retraction, read));
}

export interface MergeEntitiesInput extends Reasoned {
  readonly into: string;
  readonly from: readonly string[];
  readonly dryRun?: Maybe<boolean>;
}

/** Merges, or with `dryRun` shows in this request what the survivor would be. */
export async function mergeEntities(
  curating: Curating,
  { into, from, reason, dryRun }: MergeEntitiesInput,
): Promise<IdentityResult> {
  const merge = { ...act(curating), into, from, reason: checkReason(reason) };
  if (!dryRun) return await commit(curating, (read) => planMerge(merge, read));
  const { plan, result } = await commit(curating, async (read) => ({
    plan: null,
    result: await planMerge(merge, read),
  }));
  primePreview(curating.loaders, plan, []);
  return { ...result, mergeId: null };
}

export function undoMerge(
  curating: Curating,
  { mergeId, reason }: Reasoned & { readonly mergeId: string },
): Promise<IdentityResult> {
  const undo = { ...act(curating), mergeId, reason: checkReason(reason) };
  return commit(curating, (read) => planUndoMerge(undo, read));
}

export interface PairInput extends Reasoned {
  readonly a: string;
  readonly b: string;
}

export function markNotSame(curating: Curating, { a, b, reason }: PairInput): Promise<IdentityResult> {
  const mark = { ...act(curating), a, b, reason: checkReason(reason) };
  return commit(curating, (read) => planMarkNotSame(mark, read));
}

export function unmarkNotSame(curating: Curating, { a, b, reason }: PairInput): Promise<IdentityResult> {
  const mark = { ...act(curating), a, b, reason: checkReason(reason) };
  return commit(curating, (read) => planUnmarkNotSame(mark, read));
}
