import type { Clause } from "../clauses/split-clauses.ts";
import type { DateMention, EventMention, MoneyMention } from "../mention/mention-types.ts";
import type { PartyMention } from "../resolve/party-mention.ts";
import type { Doc, Token } from "../tokenise/document.ts";

/** Everything that framing reads: the document, its mentions and its clauses. */
export interface FrameContext {
  readonly doc: Doc;
  readonly money: readonly MoneyMention[];
  readonly dates: readonly DateMention[];
  readonly events: readonly EventMention[];
  readonly parties: readonly PartyMention[];
  readonly clauses: readonly Clause[];
  /** Parties that the headline names, by their first mention in the text; the publisher's state too where it is one. */
  readonly headline: readonly PartyMention[];
  /** State for which the publisher speaks. */
  readonly speaker: string | undefined;
}

/** Items that start inside a stretch of tokens; both lists are in text order. */
export function within<T extends { readonly from: number }>(
  items: readonly T[],
  from: number,
  to: number,
): T[] {
  return items.filter((item) => item.from >= from && item.from < to);
}

export const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? "";

/** Clauses of a sentence, in order. */
export const clausesOf = (context: FrameContext, sentence: number): Clause[] =>
  context.clauses.filter((clause) => clause.sentence === sentence);
