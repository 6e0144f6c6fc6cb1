import type { AgreementKind, AgreementStatus, PartyRole, SectorKey } from "@entente/graph-schema";
import type { DateMention, MoneyMention } from "../mention/mention-types.ts";

/** A party as the text names it: an ISO3 code, a bloc's acronym, or an organization by its name. */
export interface DealParty {
  readonly type: "country" | "bloc" | "organization";
  /** Code, or the organization's name as written. */
  readonly key: string;
  readonly role: PartyRole;
  /** Character span of the words that name it. */
  readonly start: number;
  readonly end: number;
}

/** One rung of the ladder that a sentence tells. */
export interface Rung {
  readonly status: AgreementStatus;
  readonly date: DateMention | null;
  readonly sentence: number;
  /** Not told by a verb but taken from the way it is named ("the 1951 treaty"): gives way to any told one. */
  readonly assumed?: boolean;
}

/** A deal as one sentence tells it. */
export interface DealMention {
  readonly rule: string;
  readonly sentence: number;
  /** Span of the noun or verb that anchors it. */
  readonly start: number;
  readonly end: number;
  readonly kind: AgreementKind;
  readonly rungs: readonly Rung[];
  readonly parties: readonly DealParty[];
  readonly values: readonly MoneyMention[];
  readonly count: number | null;
  readonly sectors: readonly SectorKey[];
  /** Named with "the", "this": it may mean a deal told before. */
  readonly definite: boolean;
  /** Proper name in lower case ("artemis accords"), or "". */
  readonly name: string;
  /** Words of the topic, for the generated name. */
  readonly topic: string;
  readonly confidence: number;
  /** Named features that the rules read. */
  readonly features: readonly string[];
  /** Features that moved the model's decision most, with their weights, for `explain`. */
  readonly decidedBy?: readonly string[];
}

/** What may be a deal, with what the rules hold against it; the model decides. */
export interface Candidate {
  readonly mention: DealMention;
  /** The rules' reason to drop it, or null where they would keep it. */
  readonly objection: string | null;
}

/** A deal of the whole article: mentions merged. */
export interface Deal extends DealMention {
  /** Every sentence that tells of it, in order. */
  readonly sentences: readonly number[];
  readonly status: AgreementStatus;
  readonly date: DateMention | null;
}

/** A candidate that was not kept, and why. */
export interface Dropped {
  readonly mention: DealMention;
  readonly reason: string;
}
