import {
  claimFamily,
  isClaimId,
  parseEntityId,
  type Claim,
  type ReviewStatus,
  type SourcedClaim,
} from "@entente/graph-schema";
import { InvalidInputError, NotFoundError, StaleError } from "../errors.ts";
import { deriveAffected, type Change } from "../ingest/derive-affected.ts";
import { auditId, claimId } from "../ingest/hash-ids.ts";
import { emptyPlan } from "../ingest/plan-ingest.ts";
import type { PlanningReader } from "../store/graph-store.ts";
import type { AuditRow, Plan } from "../store/plan.ts";
import { parseClaimValue } from "./parse-claim-value.ts";

/** Who acts, and when (ISO). */
export interface Act {
  readonly by: string;
  readonly at: string;
}

export interface Review extends Act {
  readonly id: string;
  readonly status: ReviewStatus;
  /** Corrects the value: the claim is rejected, and the person's own is accepted. Only with status "accepted". */
  readonly value?: string;
  readonly note?: string;
  /** What the reviewer saw. */
  readonly expectedStatus: ReviewStatus;
}

export interface Reviewed {
  /** The claim as it stands now; of a correction, the person's. */
  readonly claim: SourcedClaim;
}

interface Planned<T> {
  readonly plan: Plan;
  readonly result: T;
}

const ACTIONS: Readonly<Record<ReviewStatus, string>> = {
  accepted: "accept",
  rejected: "reject",
  disputed: "dispute",
  proposed: "reopen",
};

/** A review as rows: the claim's next row, the derived states and the audit entry. Throws StaleError where the claim is not what the reviewer saw. */
export async function planReview(review: Review, read: PlanningReader): Promise<Planned<Reviewed>> {
  const { live } = await readFamily(review.id, read);
  if (live.status !== review.expectedStatus) {
    throw new StaleError(
      `expectedStatus: the claim is ${live.status} by now, not ${review.expectedStatus}; look at it again`,
      ["input", "expectedStatus"],
      live.id,
    );
  }
  const version = (await read.dataVersion()) + 1;
  const { status, value, note, by, at } = review;
  const stamp = { version, by, at, ...(note !== undefined && { note }) };
  if (value === undefined) {
    const next = nextRow(live, { ...stamp, status });
    const change = { claims: [next], superseded: [live] };
    return await asPlan({ change, action: ACTIONS[status], result: next, stamp }, read);
  }
  if (status !== "accepted") {
    throw new InvalidInputError(`value: got a correction with status ${status}, expected it with ACCEPTED`, [
      "input",
      "value",
    ]);
  }
  const correction = await correct(live, { ...stamp, value }, read);
  const rejected = nextRow(live, { ...stamp, status: "rejected" });
  const change = { claims: [rejected, correction], superseded: [live] };
  return await asPlan({ change, action: "correct", result: correction, stamp }, read);
}

/** Takes back the newest review of a claim; with a correction, whichever of the two claims is named. */
export async function planUndoReview(
  { id, reason, by, at }: Act & { readonly id: string; readonly reason: string },
  read: PlanningReader,
): Promise<Planned<Reviewed>> {
  const named = await readFamily(id, read);
  const corrected =
    named.live.correctionOf !== undefined && named.live.reviewOf === undefined
      ? await readFamily(named.live.correctionOf, read)
      : named;
  const { live, rows } = corrected;
  const former = rows.find((row) => row.id === live.reviewOf);
  if (!former) {
    throw new InvalidInputError(`claim: got ${id}, expected a claim with a review to take back`, ["claim"]);
  }
  const version = (await read.dataVersion()) + 1;
  const stamp = { version, by, at, note: reason };
  const restored = restoredRow(former, live, stamp);
  const corrections = (await read.liveClaims([live.subject])).filter(
    (claim) => claim.correctionOf === claimFamily(live.id) && firstRecorded(claim) === live.recordedIn,
  );
  const change = { claims: [restored], superseded: [live, ...corrections] };
  return await asPlan({ change, action: "undo-review", result: restored, stamp }, read);
}

interface Family {
  readonly live: SourcedClaim;
  readonly rows: readonly SourcedClaim[];
}

async function readFamily(id: string, read: PlanningReader): Promise<Family> {
  if (!isClaimId(id)) {
    throw new InvalidInputError(`id: got "${id.slice(0, 80)}", expected a claim's id such as claim:…`, [
      "id",
    ]);
  }
  const rows = await read.claimHistory(claimFamily(id));
  if (rows.length === 0) throw new NotFoundError(`id: got ${id}, expected a stored claim`, ["id"]);
  const live = rows.find(({ supersededIn }) => supersededIn === null);
  if (live) return { live, rows };
  throw new InvalidInputError(`id: ${id} no longer holds: its document was retracted or revised`, ["id"]);
}

interface Stamp extends Act {
  readonly version: number;
  readonly note?: string;
}

/** One row a version and family: the store's id of a review. */
const rowId = (id: string, version: number): string => `${claimFamily(id)}~${version}`;
const firstRecorded = (claim: Claim): number => claim.firstRecordedIn ?? claim.recordedIn;

function nextRow(live: SourcedClaim, stamp: Stamp & { readonly status: ReviewStatus }): SourcedClaim {
  const { note: _, ...kept } = live;
  const { version, by, at, note, status } = stamp;
  return {
    ...kept,
    id: rowId(live.id, version),
    status,
    reviewedBy: by,
    reviewedAt: at,
    ...(note !== undefined && { note }),
    reviewOf: live.id,
    firstRecordedIn: firstRecorded(live),
    recordedIn: version,
    recordedAt: at,
    supersededIn: null,
  };
}

/** As it was before, so that undoing once more goes one review further back. */
const restoredRow = (former: SourcedClaim, live: SourcedClaim, { version, at }: Stamp): SourcedClaim => ({
  ...former,
  id: rowId(live.id, version),
  firstRecordedIn: firstRecorded(live),
  recordedIn: version,
  recordedAt: at,
  supersededIn: null,
});

async function correct(
  live: SourcedClaim,
  { value: text, version, by, at, note }: Stamp & { readonly value: string },
  read: PlanningReader,
): Promise<SourcedClaim> {
  const value = parseClaimValue(text, live);
  if (value.type === "entity" && (await read.currentStates([value.entity])).length === 0) {
    throw new NotFoundError(`value: got "${value.entity}", expected the id of a current entity`, [
      "input",
      "value",
    ]);
  }
  const { reviewOf: _reviewOf, note: _note, firstRecordedIn: _first, ...kept } = live;
  const correctionOf = claimFamily(live.id);
  return {
    ...kept,
    id: claimId([correctionOf, "correction", String(version), JSON.stringify(value)]),
    value,
    confidence: 1,
    extractor: `person:${by}`,
    status: "accepted",
    reviewedBy: by,
    reviewedAt: at,
    ...(note !== undefined && { note }),
    correctionOf,
    recordedIn: version,
    recordedAt: at,
    supersededIn: null,
  };
}

interface Outcome {
  readonly change: Pick<Change, "claims" | "superseded">;
  readonly action: string;
  readonly result: SourcedClaim;
  readonly stamp: Stamp;
}

async function asPlan(
  { change, action, result, stamp }: Outcome,
  read: PlanningReader,
): Promise<Planned<Reviewed>> {
  const { resolve: _, ...derived } = await deriveAffected({ ...change, links: [], closedLinks: [] }, read);
  await keepNamed(derived.removedStates, change, read);
  const { version, at, by, note } = stamp;
  const subject = claimFamily(result.correctionOf ?? result.id);
  const audit: AuditRow = {
    id: auditId([String(version), action, subject]),
    at,
    by,
    action,
    subject,
    reason: note ?? null,
  };
  const plan: Plan = {
    ...emptyPlan(version, at),
    ...derived,
    claims: change.claims.map(withoutSource),
    supersededClaims: change.superseded.map(({ id }) => id),
    audit: [audit],
  };
  return { plan, result: { claim: result } };
}

const withoutSource = ({ source: _, ...claim }: SourcedClaim): Claim => claim;

/** An agreement must not name somebody of whom nothing is known any more: the claim that names them goes first. */
async function keepNamed(
  removed: readonly string[],
  change: Outcome["change"],
  read: PlanningReader,
): Promise<void> {
  const named = removed.filter((id) => parseEntityId(id)?.type !== "agreement");
  if (named.length === 0) return;
  const gone = new Set(change.superseded.map(({ id }) => id));
  const pointing = (await read.claimsPointingAt(named)).filter(
    ({ id, status }) => !gone.has(id) && status !== "rejected",
  );
  if (pointing.length === 0) return;
  throw new InvalidInputError(
    `status: this is all that is known of ${named.join(", ")}, which ${pointing.length} other claim(s) name; review those first`,
    ["input", "status"],
  );
}
