import type { Claim, DocumentState, EntityId, EntityState, MembershipState } from "@entente/graph-schema";

/** A match of two ids, automatic or by a reviewer, as a versioned row: `from` resolves to `to` while it stands. */
export interface AliasRow {
  readonly from: EntityId;
  readonly to: EntityId;
  /** What made it: "match:rules@1" or the reviewer's name. */
  readonly by: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** What people see and act on. */
export const SHOWN_LINK_KINDS = ["same", "not-same", "possibly-same"] as const;
/** A settled match is kept, for what settled it may be undone. */
export const LINK_KINDS = [...SHOWN_LINK_KINDS, "settled"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/**
 * What is known about two ids being one thing: the input from which aliases follow. Written once, and closed when it
 * is undone or no longer found. A person's "same" merged `b` into `a`. What matching found is kept whatever becomes of
 * it; its kind says what it amounts to now: it joins the two, it is an open question, or something else settled it.
 */
export interface LinkRow {
  /** "link:" and a hash; of a merge, what undoes it. */
  readonly id: string;
  readonly kind: LinkKind;
  readonly a: EntityId;
  readonly b: EntityId;
  /** What made it: "match@2" or the reviewer's name. */
  readonly by: string;
  /** 0 to 1; 1 for a person's word. */
  readonly score: number;
  readonly reasons: readonly string[];
  readonly recordedIn: number;
  readonly recordedAt: string;
}

/** Made by matching, so that matching may take it back; anything else is a person's word. */
export const isAutomatic = ({ by }: Pick<LinkRow, "by">): boolean => by.startsWith("match@");

/**
 * What one document says of one organization, person, event or agreement, as far as that tells it from others: what
 * matching compares. Written with the document's claims and never touched by reviews, so that two reports compare
 * alike whenever they came.
 */
export interface ProfileRow {
  /** The id that the document's own mention has, before any match. */
  readonly id: EntityId;
  readonly document: string;
  /** Under which others find it. */
  readonly keys: readonly string[];
  /** JSON, of a shape that only matching knows. */
  readonly profile: string;
}

/** A document that goes for good, and the ids that only it speaks of. */
export interface Erasure {
  readonly document: string;
  readonly ids: readonly EntityId[];
}

export interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  /** "ingest", "accept", "merge" … */
  readonly action: string;
  /** The document, claim or entity acted on. */
  readonly subject: string;
  readonly reason: string | null;
}

/**
 * Everything that one commit changes, computed purely. All rows take effect in `version`; the engine closes the
 * former state of each id in `states` (known until `version`) and writes the new one.
 */
export interface Plan {
  readonly version: number;
  /** ISO moment of the commit. */
  readonly at: string;
  /** New documents, or new states of known ones. */
  readonly documents: readonly DocumentState[];
  readonly texts: readonly { readonly document: string; readonly text: string }[];
  readonly records: readonly { readonly document: string; readonly row: string; readonly cells: string }[];
  readonly claims: readonly Claim[];
  readonly supersededClaims: readonly string[];
  readonly states: readonly EntityState[];
  /** Ids whose current state is closed without a successor. */
  readonly removedStates: readonly EntityId[];
  /** Replaces all memberships of each (bloc, member) named here. */
  readonly memberships: readonly MembershipState[];
  readonly aliases: readonly AliasRow[];
  /** Ids whose alias is closed without a successor: they stand for themselves again. */
  readonly closedAliases: readonly EntityId[];
  readonly links: readonly LinkRow[];
  /** Ids of links that no longer hold. */
  readonly closedLinks: readonly string[];
  /** New profiles, or new ones of known ids. */
  readonly profiles: readonly ProfileRow[];
  /** Ids that are no longer matched with anything. */
  readonly removedProfiles: readonly EntityId[];
  /** Of this nothing stays in any version; the rest of the plan must not name it, but for its audit entries. */
  readonly erased?: Erasure;
  readonly audit: readonly AuditRow[];
  /** Facts about the store itself, such as the hash of the reference tables loaded. */
  readonly settings: readonly { readonly key: string; readonly value: string }[];
}
