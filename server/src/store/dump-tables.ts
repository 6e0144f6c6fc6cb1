import type { Claim, DocumentState, EntityState, MembershipState } from "@entente/graph-schema";
import type { AliasRow, AuditRow, LinkRow, ProfileRow } from "./plan.ts";

/** A row that held from one data version until another; `knownTo` is null while it holds. */
interface Versioned {
  readonly knownFrom: number;
  readonly knownTo: number | null;
}

/**
 * What a store holds, in the order in which it is dumped and loaded. Everything else (sort keys, tokens, reach,
 * pairs, degrees) is computed again from these rows, so that a dump of one engine loads into the other.
 * Each table is ordered by the fields named beside it.
 */
export interface DumpTables {
  /** By version. */
  readonly version: { readonly version: number; readonly at: string };
  /** By key. */
  readonly setting: { readonly key: string; readonly value: string };
  /** By document id, knownFrom. */
  readonly document: Versioned & { readonly document: DocumentState };
  /** By document. */
  readonly text: { readonly document: string; readonly text: string };
  /** By document, row. */
  readonly record: { readonly document: string; readonly row: string; readonly cells: string };
  /** By claim id; `supersededIn` included. */
  readonly claim: { readonly claim: Claim };
  /** By entity id, knownFrom. */
  readonly state: Versioned & { readonly state: EntityState };
  /** By bloc, member, knownFrom, start, role. */
  readonly membership: Versioned & { readonly membership: MembershipState };
  /** By from, knownFrom. */
  readonly alias: Versioned & { readonly alias: AliasRow };
  /** By link id. */
  readonly link: Versioned & { readonly link: LinkRow };
  /** By entity id. */
  readonly profile: { readonly profile: ProfileRow };
  /** By id. */
  readonly audit: { readonly audit: AuditRow };
  /** By key. */
  readonly idempotency: { readonly key: string; readonly version: number; readonly result: string };
}

export type DumpTable = keyof DumpTables;

export const DUMP_TABLES = [
  "version",
  "setting",
  "document",
  "text",
  "record",
  "claim",
  "state",
  "membership",
  "alias",
  "link",
  "profile",
  "audit",
  "idempotency",
] as const satisfies readonly DumpTable[];

/** A dumped row with its table's shape. */
export type TypedDumpRow = {
  [T in DumpTable]: { readonly table: T; readonly row: DumpTables[T] };
}[DumpTable];
