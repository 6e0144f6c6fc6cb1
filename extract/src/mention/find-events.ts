import type { Sentence, Token } from "../tokenise/document.ts";
import type { EventMention } from "./mention-types.ts";

const EVENT_HEADS = new Set(
  "summit conference forum meeting dialogue assembly congress consultations session talks".split(" "),
);
const ALWAYS_CAPITAL = new Set([
  "meeting",
  "dialogue",
  "session",
  "talks",
  "assembly",
  "congress",
  "consultations",
]);
const isCapital = (token: Token | undefined) => token !== undefined && /^\p{Lu}/u.test(token.text);
const JOINERS = new Set(["-", "–", "(", ")", "+", "of", "on", "and", "the", "for", "'s", "&"]);
const LEADERS = new Set(
  "ministers minister leaders ministerial prime foreign annual ' ’ bilateral trilateral economic ordinal heads officials".split(
    " ",
  ),
);

/** Start of the noun phrase that ends in an event word: names, ordinals, "prime ministers'". */
function startOfName(tokens: readonly Token[], head: number, sentence: Sentence): number {
  let from = head;
  while (from > sentence.from && head - from < 14) {
    const token = tokens[from - 1];
    if (!token) break;
    const ordinal = /^\d+$/u.test(token.text) || /^(?:st|nd|rd|th)$/u.test(token.lower);
    const capital =
      isCapital(token) && !/^(?:The|In|At|On|During|After|Before|This|A|And)$/u.test(token.text);
    const joins =
      JOINERS.has(token.lower) &&
      token.lower !== "the" &&
      isCapital(tokens[from - 2]) &&
      token.lower !== "on" &&
      token.lower !== "and";
    if (
      !ordinal &&
      !capital &&
      !joins &&
      !LEADERS.has(token.lower) &&
      !/^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/u.test(token.lower)
    )
      break;
    from -= 1;
  }
  return from;
}

/** "Summit of the Americas", "Conference on Disarmament": capitalized words after the head. */
function endOfName(tokens: readonly Token[], head: number): number {
  let to = head + 1;
  if (!isCapital(tokens[head]) || !/^(?:of|on|for)$/u.test(tokens[to]?.lower ?? "")) return to;
  let end = to + 1;
  if (tokens[end]?.lower === "the") end += 1;
  while (isCapital(tokens[end]) && end < head + 10) {
    end += 1;
    to = end;
  }
  return to;
}

/** Named meetings: an event word with a name or ordinal before it, or a capitalized one with its object after. */
export function findEvents(tokens: readonly Token[], sentences: readonly Sentence[]): EventMention[] {
  const found: EventMention[] = [];
  for (const sentence of sentences) {
    for (let head = sentence.from; head < sentence.to; head += 1) {
      const token = tokens[head];
      if (!token || (!EVENT_HEADS.has(token.lower.replace(/s$/u, "")) && !EVENT_HEADS.has(token.lower)))
        continue;
      const from = startOfName(tokens, head, sentence);
      const to = endOfName(tokens, head);
      const named =
        tokens.slice(from, head).some((word) => isCapital(word) || /^\d/u.test(word.text)) || to > head + 1;
      const first = tokens[from];
      const last = tokens[to - 1];
      if (!named || !first || !last || (ALWAYS_CAPITAL.has(token.lower) && head === from)) continue;
      const name = tokens
        .slice(from, to)
        .map((word, index, span) =>
          index > 0 && span[index - 1]?.end !== word.start ? ` ${word.text}` : word.text,
        )
        .join("");
      found.push({ type: "event", name, from, to, start: first.start, end: last.end });
      head = to - 1;
    }
  }
  return found;
}
