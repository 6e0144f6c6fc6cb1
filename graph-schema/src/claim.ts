import type { Evidence, Property } from "./fact.ts";
import type { FuzzyDate } from "./fuzzy-date.ts";
import type { EntityId } from "./ids.ts";
import type { Money } from "./money.ts";
import type { ReviewStatus, SourceRank } from "./ontology/vocabularies.ts";

/** A fact's value with its mention resolved to an entity of the graph. */
export type ClaimValue =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "term"; readonly term: string }
  | { readonly type: "number"; readonly number: number }
  | { readonly type: "flag"; readonly flag: boolean }
  | { readonly type: "date"; readonly date: FuzzyDate }
  | { readonly type: "money"; readonly money: Money }
  | {
      readonly type: "entity";
      readonly entity: EntityId;
      readonly role?: string;
      readonly from?: FuzzyDate;
      readonly to?: FuzzyDate;
    };

/** One statement by one document about one entity. Never changed in place: a review or newer extraction supersedes it. */
export interface Claim {
  readonly id: string;
  /** The entity it was made about, before any merge. */
  readonly subject: EntityId;
  readonly property: Property;
  readonly value: ClaimValue;
  readonly validOn: FuzzyDate | null;
  readonly document: string;
  readonly evidence: Evidence;
  /** 0 to 1. */
  readonly confidence: number;
  readonly extractor: string;
  readonly status: ReviewStatus;
  readonly reviewedBy: string | null;
  readonly reviewedAt: string | null;
  /** The data version that brought it, and its moment (ISO). */
  readonly recordedIn: number;
  readonly recordedAt: string;
  /** Of a reviewed claim: the data version that brought the statement itself. */
  readonly firstRecordedIn?: number;
  /** Of a review: the row that it took the place of, and the reviewer's words. */
  readonly reviewOf?: string;
  readonly note?: string;
  /** Of a person's correction: the family of the claim that it corrects. */
  readonly correctionOf?: string;
  /** The first data version that no longer has it; null while it is live. */
  readonly supersededIn: number | null;
}

/** A claim with what the derivation rule needs of its document. */
export interface SourcedClaim extends Claim {
  readonly source: { readonly rank: SourceRank; readonly published: FuzzyDate | null };
}

/** A source: an article known by the SHA-256 of its normalised text, or a release of a data set. */
export interface DocumentState {
  readonly id: string;
  readonly type: "article" | "dataset";
  readonly title: string;
  readonly url: string | null;
  /** Other addresses at which the same text was found. */
  readonly otherUrls: readonly string[];
  readonly publisher: string | null;
  readonly published: FuzzyDate | null;
  readonly language: string;
  readonly sha256: string;
  readonly rank: SourceRank;
  readonly licence: string | null;
  readonly syndicatedFrom: string | null;
  readonly revisionOf: string | null;
  /** Length of the kept text in UTF-16 units; 0 for a data set. */
  readonly textLength: number;
  readonly recordedIn: number;
  readonly recordedAt: string;
  /** When (ISO) and why it was retracted; its claims no longer hold. */
  readonly retractedAt?: string;
  readonly retractionReason?: string;
}
