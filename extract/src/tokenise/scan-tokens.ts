/** A stretch of the text before it knows its part of speech. */
export interface RawToken {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Dotted abbreviations stay whole ("U.S.", "D.C."), hyphens and dashes stand alone so that "China-ASEAN" shows
 * both names, possessive endings are split off, and numbers keep their separators.
 */
const TOKEN =
  /(?:\p{L}\.){2,}\p{L}?(?!\p{L})|\d+(?:[.,]\d+)*|['’]s(?!\p{L})|\p{L}[\p{L}\p{M}]*(?:['’](?!s(?!\p{L}))[\p{L}\p{M}]+)*|\S/gu;

/** Splits text into words, numbers and marks, in order. */
export function scanTokens(text: string): RawToken[] {
  const tokens: RawToken[] = [];
  for (const match of text.matchAll(TOKEN)) {
    tokens.push({ start: match.index, end: match.index + match[0].length, text: match[0] });
  }
  return tokens;
}
