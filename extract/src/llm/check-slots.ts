import type { ArticleAnalysis } from "../analyze-article.ts";
import { NUMBER_WORDS } from "../data/number-words.ts";
import { findMoney } from "../mention/find-money.ts";
import type { DateMention, MoneyMention } from "../mention/mention-types.ts";
import { nameTokens } from "../tokenise/name-tokens.ts";
import type { Span } from "../tokenise/split-sentences.ts";
import { alignWords } from "./align-words.ts";

type Found = Omit<ArticleAnalysis, "deals" | "dropped">;

const inside = <T extends Span>(items: readonly T[], spans: readonly Span[]): T[] =>
  items.filter(({ start, end }) => spans.some((span) => start >= span.start && end <= span.end));

/**
 * The quotes' own sums that the model means. Its words only choose: amount, currency and hedge are what our grammar
 * reads in the source, and a sum that is not there is refused.
 */
export function checkAmounts(
  amounts: readonly string[],
  found: Found,
  spans: readonly Span[],
): { readonly kept: readonly MoneyMention[]; readonly refused: readonly string[] } {
  const there = inside(found.money, spans);
  const kept = new Set<MoneyMention>();
  const refused: string[] = [];
  for (const words of amounts) {
    const meant = findMoney(nameTokens(words), []);
    const matches = there.filter(
      (money) =>
        meant.some(({ amount, currency }) => amount === money.amount && currency === money.currency) ||
        alignWords(found.doc.text, words, [money]) !== null,
    );
    if (matches.length === 0) refused.push(words);
    for (const money of matches) kept.add(money);
  }
  for (const money of there)
    if (money.conversionOf !== undefined && [...kept].some(({ start }) => start === money.conversionOf))
      kept.add(money);
  return { kept: there.filter((money) => kept.has(money)), refused };
}

/** The date that our grammar reads where the quotes have the model's words for it; null where they have not. */
export function checkDate(words: string | null, found: Found, spans: readonly Span[]): DateMention | null {
  if (words === null) return null;
  const at = alignWords(found.doc.text, words, spans);
  if (!at) return null;
  return inside(found.dates, spans).find(({ start, end }) => start < at.end && end > at.start) ?? null;
}

/** The count, where the quotes have it in digits or as a word. */
export function checkCount(count: number | null, found: Found, spans: readonly Span[]): number | null {
  if (count === null || count < 2) return null;
  const tokens = inside(found.doc.tokens, spans);
  const named = tokens.some(
    ({ text, lower }) => text.replace(/,/gu, "") === String(count) || NUMBER_WORDS[lower] === count,
  );
  return named ? count : null;
}
