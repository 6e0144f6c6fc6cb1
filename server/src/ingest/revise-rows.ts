import { claimFamily, type Claim, type FactBatch, type SourcedClaim } from "@entente/graph-schema";
import { cellsHash } from "../store/cells-hash.ts";
import type { PlanningReader } from "../store/graph-store.ts";

/** A data set's batch without the rows that are stored just so, and which of those that remain are stored otherwise. */
export interface FreshRows {
  readonly batch: FactBatch;
  readonly changedRows: ReadonlySet<string>;
}

export const printCells = (cells: Readonly<Record<string, string>>): string => JSON.stringify(cells);

/**
 * Leaves out the rows that are stored with the same cells, so that an interrupted import goes on where it stopped and
 * a repeated one changes nothing.
 */
export async function findFreshRows(
  batch: FactBatch,
  document: string,
  read: PlanningReader,
): Promise<FreshRows> {
  const records = batch.records ?? [];
  if (records.length === 0) return { batch, changedRows: new Set() };
  const stored = await read.recordRows(
    document,
    records.map(({ row }) => row),
  );
  const fresh = records.filter(({ row, cells }) => stored.get(row) !== cellsHash(printCells(cells)));
  const rows = new Set(fresh.map(({ row }) => row));
  return {
    batch: {
      ...batch,
      records: fresh,
      facts: batch.facts.filter(({ evidence }) => !("row" in evidence) || rows.has(evidence.row)),
    },
    changedRows: new Set([...rows].filter((row) => stored.has(row))),
  };
}

interface Revision {
  /** Claims to write: what the rows state now and did not state before. */
  readonly claims: readonly Claim[];
  /** What the changed rows no longer state. */
  readonly superseded: readonly SourcedClaim[];
}

/**
 * What changes when rows of a data set are stored anew. A statement that a row still makes stays as it is, with its
 * review; one that it makes no longer leaves, reviewed or not, for nobody states it any more; one that it makes again
 * comes back as it was last judged. A person's correction is that person's word and stays.
 */
export async function reviseRows(
  built: readonly Claim[],
  changed: { readonly document: string; readonly rows: ReadonlySet<string> },
  read: PlanningReader,
): Promise<Revision> {
  if (changed.rows.size === 0) return { claims: built, superseded: [] };
  const inChanged = ({ evidence }: Claim): boolean => "row" in evidence && changed.rows.has(evidence.row);
  const former = (await read.claimsOfDocument(changed.document)).filter(
    (claim) => inChanged(claim) && claim.correctionOf === undefined,
  );
  const standing = new Set(former.map(({ id }) => claimFamily(id)));
  const stated = new Set(built.map(({ id }) => id));
  const claims: Claim[] = [];
  for (const claim of built) {
    if (!inChanged(claim)) claims.push(claim);
    else if (!standing.has(claim.id)) claims.push(restate(claim, await read.claimHistory(claim.id)));
  }
  return { claims, superseded: former.filter(({ id }) => !stated.has(claimFamily(id))) };
}

/** A statement that was made before is the next row of its family, as a review would be. */
export function restate(claim: Claim, history: readonly SourcedClaim[]): Claim {
  const last = history.at(-1);
  if (!last) return claim;
  const { source: _, ...before } = last;
  return {
    ...before,
    id: `${claimFamily(claim.id)}~${claim.recordedIn}`,
    firstRecordedIn: last.firstRecordedIn ?? last.recordedIn,
    recordedIn: claim.recordedIn,
    recordedAt: claim.recordedAt,
    supersededIn: null,
  };
}
