import type { FuzzyDate, Hedge } from "@entente/graph-schema";

/** A stretch of the document: characters `start..end`, tokens `from..to` (exclusive). */
export interface Located {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** A country or bloc. `form` says how it was named: an adjective is weaker evidence of a party than a name. */
export interface PlaceMention extends Located {
  readonly type: "country" | "bloc";
  readonly code: string;
  readonly form: "name" | "demonym" | "capital" | "agency";
}

export interface MoneyMention extends Located {
  readonly type: "money";
  /** Exact decimal text. */
  readonly amount: string;
  /** Far end of a range. */
  readonly upTo?: string;
  readonly currency: string;
  readonly hedge: Hedge;
  /** Start of the money mention whose value this one restates in another currency. */
  readonly conversionOf?: number;
}

export interface DateMention extends Located {
  readonly type: "date";
  readonly date: FuzzyDate;
  /** Compact form: "2015-12", "2015-W51", "2014/2016", "199X". */
  readonly iso: string;
}

export interface OrganizationMention extends Located {
  readonly type: "organization";
  readonly name: string;
  /** ISO3 or bloc acronym it belongs to, where the text or our tables tell. */
  readonly home?: string;
}

export interface PersonMention extends Located {
  readonly type: "person";
  readonly name: string;
  readonly office?: string;
  /** ISO3 or bloc acronym of the office. */
  readonly home?: string;
}

export interface EventMention extends Located {
  readonly type: "event";
  readonly name: string;
}
