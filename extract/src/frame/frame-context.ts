import type { Clause } from "../clauses/split-clauses.ts";
import type { DateMention, EventMention, MoneyMention } from "../mention/mention-types.ts";
import type { PartyMention } from "../resolve/party-mention.ts";
import type { Doc, Token } from "../tokenise/document.ts";
import { firstAt } from "../tokenise/first-at.ts";

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
  const first = firstAt(items, from, (item) => item.from);
  let last = first;
  while ((items[last]?.from ?? Infinity) < to) last += 1;
  return items.slice(first, last);
}

export const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? "";

/** Clauses of a sentence, in order. */
export function clausesOf({ clauses }: FrameContext, sentence: number): Clause[] {
  const first = firstAt(clauses, sentence, (clause) => clause.sentence);
  let last = first;
  while (clauses[last]?.sentence === sentence) last += 1;
  return clauses.slice(first, last);
}
