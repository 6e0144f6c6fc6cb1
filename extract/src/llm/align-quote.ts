import { PLAIN_OPENERS, PROTECTED_WORDS } from "../data/protected-words.ts";
import { scanTokens, type RawToken } from "../tokenise/scan-tokens.ts";
import type { Span } from "../tokenise/split-sentences.ts";

/** Least share of a quote's words that the source must have in the same order. */
const MIN_SIMILARITY = 0.9;
/** Longest quote that is aligned word by word, in words: the table is quote × text. */
const MAX_QUOTE_WORDS = 200;
/** Shortest one: two or three words stand in any text. */
const MIN_QUOTE_WORDS = 4;

const IGNORED = /^(?!\p{Sc}|%)[\p{P}\p{S}\p{Cf}\p{DI}]$/u;

interface Word extends RawToken {
  readonly folded: string;
}

/** A text as a quote is compared with it. */
export interface QuoteSource {
  readonly text: string;
  readonly words: readonly Word[];
}

const fold = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/[’‘`]/gu, "'");

const wordsOf = (text: string): Word[] =>
  scanTokens(text)
    .filter(({ text: raw }) => !IGNORED.test(raw))
    .map((token) => ({ ...token, folded: fold(token.text) }));

/** Prepares an article once for all its quotes. */
export const prepareSource = (text: string): QuoteSource => ({ text, words: wordsOf(text) });

const isNegated = (word: string): boolean => word.endsWith("n't");
const isProtected = ({ text, folded }: Word): boolean =>
  PROTECTED_WORDS.has(folded) ||
  isNegated(folded) ||
  /[\d\p{Sc}%]/u.test(folded) ||
  (/^\p{Lu}/u.test(text) && !PLAIN_OPENERS.has(folded));

/** Numbers, names, negations, modals and hedges in order; changing one changes what is said. */
const protectedOf = (words: readonly Word[]): string =>
  words
    .filter(isProtected)
    .map(({ folded }) => folded)
    .join(" ");

function findExactly(source: readonly Word[], quote: readonly Word[]): readonly Word[] | null {
  const [first] = quote;
  for (let at = 0; at + quote.length <= source.length; at += 1) {
    if (source[at]?.folded !== first?.folded) continue;
    if (quote.every((word, offset) => source[at + offset]?.folded === word.folded))
      return source.slice(at, at + quote.length);
  }
  return null;
}

/** One row of the table: cost of the best alignment that ends at each word of the source, and where it began. */
interface Row {
  readonly cost: Int32Array;
  readonly begin: Int32Array;
}

/** The stretch of the source that takes the fewest added and dropped words to become the quote. */
function findClosest(
  source: readonly Word[],
  quote: readonly Word[],
): { from: number; to: number; cost: number } {
  const size = source.length + 1;
  let above: Row = { cost: new Int32Array(size), begin: Int32Array.from({ length: size }, (_, at) => at) };
  for (let line = 1; line <= quote.length; line += 1) {
    const row: Row = { cost: new Int32Array(size), begin: new Int32Array(size) };
    row.cost[0] = line;
    for (let at = 1; at < size; at += 1) {
      const same = source[at - 1]?.folded === quote[line - 1]?.folded;
      const [diagonal, dropped, added] = [
        above.cost[at - 1] ?? 0,
        above.cost[at] ?? 0,
        row.cost[at - 1] ?? 0,
      ];
      const best = Math.min(same ? diagonal : Infinity, dropped + 1, added + 1);
      row.cost[at] = best;
      row.begin[at] =
        (same && best === diagonal
          ? above.begin[at - 1]
          : best === dropped + 1
            ? above.begin[at]
            : row.begin[at - 1]) ?? 0;
    }
    above = row;
  }
  let to = 0;
  for (let at = 1; at < size; at += 1) if ((above.cost[at] ?? 0) < (above.cost[to] ?? 0)) to = at;
  return { from: above.begin[to] ?? 0, to, cost: above.cost[to] ?? 0 };
}

function alignPart(source: QuoteSource, part: string): Span | null {
  const quote = wordsOf(part);
  if (quote.length < MIN_QUOTE_WORDS) return null;
  const exact = findExactly(source.words, quote);
  if (exact) return spanOf(exact);
  if (quote.length > MAX_QUOTE_WORDS) return null;
  const { from, to, cost } = findClosest(source.words, quote);
  const found = source.words.slice(from, to);
  if (found.length === 0 || 1 - cost / quote.length < MIN_SIMILARITY) return null;
  return protectedOf(found) === protectedOf(quote) ? spanOf(found) : null;
}

function spanOf(words: readonly Word[]): Span {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}

/**
 * Where the source says what a model quotes: the same words, or at least nine in ten of them with the same numbers,
 * names, negations, modals and hedges in the same order. A quote with "…" is aligned part by part. Null where any part
 * is not there: the quote is invented or tampered with.
 */
export function alignQuote(source: QuoteSource, quote: string): Span[] | null {
  const spans: Span[] = [];
  for (const part of quote.split(/\[?(?:…|\.{3})\]?/u)) {
    if (wordsOf(part).length === 0) continue;
    const span = alignPart(source, part);
    if (!span) return null;
    spans.push(span);
  }
  return spans.length > 0 ? spans : null;
}
