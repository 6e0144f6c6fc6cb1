import { parseIsoDate } from "@entente/graph-schema";
import type { ArticleInput } from "../article.ts";
import { normalizeText } from "../clean/normalize-text.ts";
import type { Doc, Sentence, Token } from "./document.ts";
import { scanTokens } from "./scan-tokens.ts";
import { splitSentences } from "./split-sentences.ts";
import { tagWords } from "./tag-words.ts";

function tokenizeText(text: string): Token[] {
  const tags = tagWords(text);
  return scanTokens(text).map((raw, index) => {
    const lower = raw.text.toLowerCase().replace(/’/gu, "'");
    const tag = tags.get(raw.start);
    return {
      ...raw,
      index,
      lower,
      pos: tag?.pos ?? (/\p{L}/u.test(raw.text) ? "NOUN" : "PUNCT"),
      lemma: tag?.lemma ?? lower,
    };
  });
}

function assignTokens(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let at = 0;
  splitSentences(text).forEach((spans, paragraph) => {
    for (const { start, end } of spans) {
      while (at < tokens.length && (tokens[at]?.start ?? 0) < start) at += 1;
      const from = at;
      while (at < tokens.length && (tokens[at]?.start ?? 0) < end) at += 1;
      sentences.push({ index: sentences.length, paragraph, start, end, from, to: at });
    }
  });
  return sentences;
}

/** Cleans and tokenises an article: normalised text, words with part of speech, sentences with spans. */
export function tokenise(input: ArticleInput): Doc {
  const text = normalizeText(input.text);
  const tokens = tokenizeText(text);
  return {
    text,
    title: normalizeText(input.title ?? ""),
    published: input.published ? parseIsoDate(input.published) : null,
    publisher: input.publisher ?? "",
    url: input.url ?? "",
    language: input.language ?? "en",
    tokens,
    sentences: assignTokens(text, tokens),
  };
}
