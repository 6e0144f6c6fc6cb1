import {
  ABBREVIATIONS_ANYWHERE,
  ABBREVIATIONS_BEFORE_NUMBERS,
  SENTENCE_OPENERS,
  TITLES_BEFORE_NAMES,
} from "../data/abbreviations.ts";

export interface Span {
  readonly start: number;
  readonly end: number;
}

const CLOSERS = "\"'”’»)]";
const OPENERS = "\"'“‘«([";
const isUpper = (char: string) => char !== "" && char !== char.toLowerCase();
const isDigit = (char: string) => char >= "0" && char <= "9";
const isSpace = (char: string) => char === " " || char === "\n";

const wordBefore = (text: string, dot: number): string => {
  let start = dot;
  while (start > 0 && /[\p{L}\p{N}.&]/u.test(text[start - 1] ?? "")) start -= 1;
  return text.slice(start, dot).toLowerCase();
};

const wordAfter = (text: string, from: number): string =>
  /^[\p{L}\p{N}.'’-]+/u.exec(text.slice(from, from + 40))?.[0] ?? "";

/** Decides whether the dot at `dot` ends a sentence, given where the next word starts. */
function dotEndsSentence(text: string, dot: number, next: number): boolean {
  const before = wordBefore(text, dot);
  let at = next;
  const quoted = OPENERS.includes(text[at] ?? "");
  while (at < text.length && OPENERS.includes(text[at] ?? "")) at += 1;
  const first = text[at] ?? "";
  if (TITLES_BEFORE_NAMES.has(before)) return false;
  if (ABBREVIATIONS_BEFORE_NUMBERS.has(before)) {
    if (isDigit(first) || before.includes(".") || before === "vs" || before === "rs" || before === "al")
      return false;
    return before.length > 3 ? isUpper(first) : isUpper(first) && !isMonth(before);
  }
  if (!isUpper(first) && !isDigit(first) && !quoted) return false;
  if (ABBREVIATIONS_ANYWHERE.has(before)) {
    const after = wordAfter(text, at)
      .replace(/['’]s$/u, "")
      .toLowerCase();
    if (before === "etc") return isUpper(first);
    return SENTENCE_OPENERS.has(after) || quoted;
  }
  const initial = before.length === 1 && isUpper(text[dot - 1] ?? "");
  if (initial) return false;
  return !/^(?:\p{L}\.)+\p{L}$/u.test(before) || SENTENCE_OPENERS.has(wordAfter(text, at).toLowerCase());
}

const isMonth = (word: string) => /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/u.test(word);

/** Splits one paragraph; spans are offsets into `text`, without surrounding spaces. */
function splitParagraph(text: string, paragraph: Span): Span[] {
  const spans: Span[] = [];
  let start = paragraph.start;
  for (let i = paragraph.start; i < paragraph.end; i += 1) {
    const char = text[i] ?? "";
    if (char !== "." && char !== "?" && char !== "!") continue;
    let end = i + 1;
    while (end < paragraph.end && CLOSERS.includes(text[end] ?? "")) end += 1;
    if (end < paragraph.end && !isSpace(text[end] ?? "")) continue;
    let next = end;
    while (next < paragraph.end && isSpace(text[next] ?? "")) next += 1;
    if (next >= paragraph.end) break;
    const following = text[next] ?? "";
    const startsNew =
      isUpper(following) || isDigit(following) || OPENERS.includes(following) || "-–—•".includes(following);
    const ends = char === "." ? dotEndsSentence(text, i, next) : startsNew;
    if (!ends) continue;
    spans.push({ start, end });
    start = next;
    i = next - 1;
  }
  if (start < paragraph.end) spans.push({ start, end: paragraph.end });
  return spans.flatMap((span) => cutSentence(text, span));
}

/** Longest sentence, in characters; several times the longest of any article. What is longer is a list or no sentence. */
const MAX_SENTENCE = 4_000;

/** Cuts a run-on at a space: later stages look from word to word of a sentence, and their cost must stay bounded. */
function cutSentence(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  while (end - from > MAX_SENTENCE) {
    const space = text.lastIndexOf(" ", from + MAX_SENTENCE);
    const cut = space > from ? space : from + MAX_SENTENCE;
    spans.push({ start: from, end: cut });
    from = cut;
    while (isSpace(text[from] ?? "")) from += 1;
  }
  if (from < end) spans.push({ start: from, end });
  return spans;
}

/** Sentences per paragraph: a line feed always ends one, so headings and list items stand alone. */
export function splitSentences(text: string): Span[][] {
  const paragraphs: Span[][] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const lead = line.length - line.trimStart().length;
    const span = { start: start + lead, end: start + line.trimEnd().length };
    if (span.end > span.start) paragraphs.push(splitParagraph(text, span));
    start += line.length + 1;
  }
  return paragraphs;
}
