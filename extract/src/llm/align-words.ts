import { scanTokens } from "../tokenise/scan-tokens.ts";
import type { Span } from "../tokenise/split-sentences.ts";

const fold = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Where a few words stand inside spans of the text, marks and spaces aside; null where they do not. */
export function alignWords(text: string, words: string, spans: readonly Span[]): Span | null {
  const wanted = scanTokens(words).map((token) => fold(token.text));
  if (wanted.length === 0) return null;
  for (const span of spans) {
    const tokens = scanTokens(text.slice(span.start, span.end));
    const at = tokens.findIndex((_, index) =>
      wanted.every((word, offset) => fold(tokens[index + offset]?.text ?? "") === word),
    );
    const [first, last] = [tokens[at], tokens[at + wanted.length - 1]];
    if (at >= 0 && first && last) return { start: span.start + first.start, end: span.start + last.end };
  }
  return null;
}
