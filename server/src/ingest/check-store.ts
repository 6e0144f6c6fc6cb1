import {
  deriveAgreement,
  deriveEntity,
  parseEntityId,
  type Claim,
  type DocumentState,
  type EntityId,
  type EntityState,
  type SourcedClaim,
} from "@entente/graph-schema";
import { isDeepStrictEqual } from "node:util";
import type { TypedDumpRow } from "../store/dump-tables.ts";
import type { GraphStore } from "../store/graph-store.ts";
import { sha256 } from "./hash-ids.ts";

/** What the checks keep while the store streams by; texts are hashed and let go. */
interface Seen {
  readonly documents: Map<string, DocumentState>;
  readonly textLengths: Map<string, number>;
  readonly records: Set<string>;
  readonly claims: Map<EntityId, Claim[]>;
  readonly states: Map<EntityId, EntityState>;
  readonly aliases: Map<EntityId, EntityId>;
}

export interface StoreCheck {
  readonly documents: number;
  readonly claims: number;
  readonly states: number;
  /** One line each: what is wrong, and with which row. Empty when the store is sound. */
  readonly faults: readonly string[];
}

/**
 * Verifies a store: the engine's own integrity, every document's text against its hash, every evidence span or row,
 * and every current state against what its claims derive to.
 */
export async function checkStore(store: GraphStore): Promise<StoreCheck> {
  const faults = await store.checkIntegrity();
  const seen: Seen = {
    documents: new Map(),
    textLengths: new Map(),
    records: new Set(),
    claims: new Map(),
    states: new Map(),
    aliases: new Map(),
  };
  let claims = 0;
  for await (const row of store.dump()) {
    const typed = row as TypedDumpRow;
    if (typed.table === "claim") claims++;
    faults.push(...readRow(typed, seen));
  }
  for (const state of seen.states.values()) faults.push(...checkState(state, seen));
  faults.push(...checkMissing(seen));
  return { documents: seen.documents.size, claims, states: seen.states.size, faults };
}

function readRow(typed: TypedDumpRow, seen: Seen): string[] {
  switch (typed.table) {
    case "document":
      if (typed.row.knownTo === null) seen.documents.set(typed.row.document.id, typed.row.document);
      return [];
    case "text":
      return readText(typed.row, seen);
    case "record":
      seen.records.add(`${typed.row.document} ${typed.row.row}`);
      return [];
    case "claim":
      return readClaim(typed.row.claim, seen);
    case "state":
      if (typed.row.knownTo === null) seen.states.set(typed.row.state.id, typed.row.state);
      return [];
    case "alias":
      if (typed.row.knownTo === null) seen.aliases.set(typed.row.alias.from, typed.row.alias.to);
      return [];
    default:
      return [];
  }
}

function readText(
  { document, text }: { readonly document: string; readonly text: string },
  seen: Seen,
): string[] {
  seen.textLengths.set(document, text.length);
  const stored = seen.documents.get(document);
  if (!stored) return [`text of ${document}: no such document`];
  return stored.sha256 === sha256(text)
    ? []
    : [`text of ${document} differs from its SHA-256 ${stored.sha256}`];
}

function readClaim(claim: Claim, seen: Seen): string[] {
  if (claim.supersededIn === null) {
    seen.claims.set(claim.subject, [...(seen.claims.get(claim.subject) ?? []), claim]);
  }
  const { id, evidence, document } = claim;
  if (!seen.documents.has(document)) return [`${id}: its document ${document} is missing`];
  if ("row" in evidence) {
    return seen.records.has(`${document} ${evidence.row}`)
      ? []
      : [`${id}: its row ${evidence.row} is missing`];
  }
  const length = seen.textLengths.get(document) ?? 0;
  return evidence.start < evidence.end && evidence.end <= length
    ? []
    : [`${id}: evidence ${evidence.start}–${evidence.end} lies outside its text of ${length} units`];
}

/** Claims whose entity has no state: right only where they amount to none, as those of an agreement without a status. */
function checkMissing(seen: Seen): string[] {
  const groups = new Map<EntityId, EntityId[]>();
  for (const subject of seen.claims.keys()) {
    const survivor = resolveIn(seen, subject);
    if (seen.states.has(survivor)) continue;
    groups.set(survivor, [...(groups.get(survivor) ?? []), subject].sort());
  }
  return [...groups].flatMap(([id, members]) => {
    const type = parseEntityId(id)?.type ?? "";
    const mergedIds = members.filter((member) => member !== id);
    const isReference = !["agreement", "organization", "person", "event"].includes(type);
    return isReference || deriveAgain({ id, type, mergedIds }, seen)
      ? [`${id} has live claims but no current state`]
      : [];
  });
}

function resolveIn(seen: Seen, id: EntityId): EntityId {
  let at = id;
  for (let hops = 0; hops < seen.aliases.size; hops++) {
    const next = seen.aliases.get(at);
    if (!next) break;
    at = next;
  }
  return at;
}

function checkState(state: EntityState, seen: Seen): string[] {
  const derived = deriveAgain(state, seen);
  if (derived === undefined || isDeepStrictEqual(derived, state)) return [];
  return [`${state.id} (${state.name}): its stored state differs from what its claims derive to`];
}

/** Undefined for reference entities, whose state comes from the tables and not from claims. */
function deriveAgain(
  { id, type, mergedIds }: Pick<EntityState, "id" | "mergedIds"> & { readonly type: string },
  seen: Seen,
): EntityState | null | undefined {
  const resolve = (id: EntityId): EntityId => resolveIn(seen, id);
  const claims = [id, ...mergedIds]
    .flatMap((member) => seen.claims.get(member) ?? [])
    .map((claim) => withSource(claim, seen));
  if (type === "agreement") {
    const basedIn = (organization: EntityId): EntityId | null => {
      const home = seen.states.get(organization);
      return home?.type === "organization" ? home.basedIn : null;
    };
    return deriveAgreement(claims, { id, mergedIds, resolve, basedIn });
  }
  if (type === "organization" || type === "person" || type === "event")
    return deriveEntity(claims, { id, mergedIds, resolve });
  return undefined;
}

function withSource(claim: Claim, seen: Seen): SourcedClaim {
  const document = seen.documents.get(claim.document);
  return { ...claim, source: { rank: document?.rank ?? "unknown", published: document?.published ?? null } };
}
