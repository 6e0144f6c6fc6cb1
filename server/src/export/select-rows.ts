import { claimFamily, parseEntityId, type Claim, type EntityId } from "@entente/graph-schema";
import { StoreUnavailableError } from "../errors.ts";
import type { TypedDumpRow } from "../store/dump-tables.ts";
import type { DumpRow, GraphStore } from "../store/graph-store.ts";

/** What of a store is kept; records are known by "document row". */
interface Kept {
  readonly ids: Set<EntityId>;
  readonly documents: Set<string>;
  readonly records: Set<string>;
  /** Families of the kept claims that somebody reviewed: their audit entries are kept. */
  readonly reviewed: Set<string>;
}

const REFERENCE = ["country", "bloc", "region", "sector"];
const isReference = (id: EntityId): boolean => REFERENCE.includes(parseEntityId(id)?.type ?? "");
const isKept = ({ ids }: Kept, id: EntityId): boolean => isReference(id) || ids.has(id);

/**
 * The part of a store that these agreements rest on, as rows that load into an empty store: all that was ever said
 * about them and about what they name, the documents behind it, merges, reviews, and the reference tables. Keys of
 * commits are left out. Only ids are kept in memory; the store is read several times over.
 */
export async function* selectRows(
  store: GraphStore,
  agreements: Iterable<EntityId>,
): AsyncGenerator<DumpRow> {
  const { version } = await store.dataVersion();
  const kept: Kept = {
    ids: new Set(agreements),
    documents: new Set(),
    records: new Set(),
    reviewed: new Set(),
  };
  while (await follow(store, kept));
  for await (const row of store.dump()) {
    if (isSelected(row as TypedDumpRow, kept)) yield row;
  }
  const after = (await store.dataVersion()).version;
  if (after === version) return;
  throw new StoreUnavailableError(
    `The store changed while it was exported: got version ${after}, expected ${version}. Try again.`,
  );
}

/** One walk over the store; true where it found more to keep. */
async function follow(store: GraphStore, kept: Kept): Promise<boolean> {
  const size = (): number => kept.ids.size + kept.documents.size;
  const before = size();
  for await (const row of store.dump()) {
    const typed = row as TypedDumpRow;
    if (typed.table === "claim") keepClaim(typed.row.claim, kept);
    if (typed.table === "alias") keepAlias(typed.row.alias, kept);
    if (typed.table === "document" && kept.documents.has(typed.row.document.id)) {
      const { revisionOf, syndicatedFrom } = typed.row.document;
      for (const id of [revisionOf, syndicatedFrom]) if (id !== null) kept.documents.add(id);
    }
  }
  return size() > before;
}

function keepClaim(claim: Claim, kept: Kept): void {
  const { subject, value, document, evidence } = claim;
  if (!isKept(kept, subject)) return;
  if (value.type === "entity" && !isReference(value.entity)) kept.ids.add(value.entity);
  kept.documents.add(document);
  if ("row" in evidence) kept.records.add(`${document} ${evidence.row}`);
  if (claim.reviewedBy !== null) kept.reviewed.add(claimFamily(claim.id));
}

function keepAlias({ from, to }: { readonly from: EntityId; readonly to: EntityId }, kept: Kept): void {
  if (isKept(kept, from) || isKept(kept, to)) kept.ids.add(from).add(to);
}

function isSelected(typed: TypedDumpRow, kept: Kept): boolean {
  switch (typed.table) {
    case "version":
    case "setting":
    case "membership":
      return true;
    case "document":
      return kept.documents.has(typed.row.document.id);
    case "text":
      return kept.documents.has(typed.row.document);
    case "record":
      return kept.records.has(`${typed.row.document} ${typed.row.row}`);
    case "claim":
      return isKept(kept, typed.row.claim.subject);
    case "state":
      return isKept(kept, typed.row.state.id);
    case "alias":
      return isKept(kept, typed.row.alias.from);
    case "link":
      return isKept(kept, typed.row.link.a) && isKept(kept, typed.row.link.b);
    case "profile":
      return isKept(kept, typed.row.profile.id);
    case "audit":
      return isAudited(typed.row.audit.subject, kept);
    case "idempotency":
      return false;
  }
}

const isAudited = (subject: string, kept: Kept): boolean =>
  isKept(kept, subject) || kept.documents.has(subject) || kept.reviewed.has(claimFamily(subject));
