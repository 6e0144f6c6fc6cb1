import type { Clause } from "../clauses/split-clauses.ts";
import { DEAL_NOUNS, type DealNoun } from "../data/deal-nouns.ts";
import { MONTHS } from "../data/calendar-words.ts";
import { NUMBER_WORDS } from "../data/number-words.ts";
import { PhraseTrie } from "../mention/phrase-trie.ts";
import type { Doc, Token } from "../tokenise/document.ts";

export type Determiner = "indefinite" | "definite" | "possessive" | "bare";

/** A noun phrase whose head names a kind of deal. */
export interface DealNounMention {
  readonly noun: DealNoun;
  /** Tokens of the naming words. */
  readonly from: number;
  readonly to: number;
  /** First token of the whole noun phrase, modifiers included. */
  readonly phraseFrom: number;
  readonly plural: boolean;
  readonly determiner: Determiner;
  /** How many, when a number leads the phrase: "34 bilateral MOUs". */
  readonly count: number | null;
  /** Written with capitals, a name of its own: "Artemis Accords", "Mutual Defense Treaty". */
  readonly proper: boolean;
}

/** A deal noun with the clause it stands in. */
export interface NounInClause {
  readonly noun: DealNounMention;
  readonly clause: Clause;
}

let trie: PhraseTrie<{ noun: DealNoun; plural: boolean }> | undefined;

function pluralOf(phrase: string): string {
  const [head = phrase, ...rest] = phrase.split(" of ");
  const tail = rest.length > 0 ? ` of ${rest.join(" of ")}` : "";
  if (/[^aeiou]y$/u.test(head)) return `${head.slice(0, -1)}ies${tail}`;
  return /(?:s|x|ch|sh)$/u.test(head) ? `${head}es${tail}` : `${head}s${tail}`;
}

function buildTrie() {
  const built = new PhraseTrie<{ noun: DealNoun; plural: boolean }>(true);
  for (const noun of DEAL_NOUNS) {
    const already = /^(?:memoranda|accords|talks|negotiations|consultations|ftas)/u.test(noun.phrase);
    built.add(noun.phrase, { noun, plural: already && noun.phrase !== "accords" });
    if (!already) built.add(pluralOf(noun.phrase), { noun, plural: true });
  }
  return built;
}

const MODIFIER_POS = new Set(["ADJ", "NOUN", "PROPN", "NUM", "DET", "PRON"]);
const NOT_MODIFIER = new Set([
  "this",
  "that",
  "these",
  "those",
  "it",
  "he",
  "she",
  "they",
  "we",
  "i",
  "you",
  "who",
  "which",
  "what",
  "there",
  "today",
  "yesterday",
  "tomorrow",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
]);
const INDEFINITE = new Set([
  "a",
  "an",
  "another",
  "new",
  "several",
  "some",
  "two",
  "three",
  "four",
  "five",
  "more",
  "other",
  "additional",
  "separate",
  "many",
  "various",
  "multiple",
]);
const PARTICIPLES = new Set([
  "proposed",
  "enhanced",
  "planned",
  "signed",
  "renewed",
  "revised",
  "updated",
  "amended",
  "expanded",
  "united",
  "landmark",
  "binding",
  "existing",
  "limited",
]);

/** Start of the noun phrase around `from`: names, adjectives, hyphens, money and possessives are inside it. */
function phraseStart(tokens: readonly Token[], from: number, floor: number): number {
  let at = from;
  while (at > floor && from - at < 16) {
    const token = tokens[at - 1];
    if (!token) break;
    const hyphen = /^(?:-|–|\/|\$|€|%|&)$/u.test(token.text) || token.text === "'s" || token.text === "’s";
    const joined = (token.lower === "and" || token.text === ",") && isListedModifier(tokens, at);
    const fits =
      (MODIFIER_POS.has(token.pos) && !NOT_MODIFIER.has(token.lower)) ||
      (PARTICIPLES.has(token.lower) && opensPhrase(tokens, at - 1)) ||
      /^\d/u.test(token.text) ||
      (/^\p{Lu}/u.test(token.text) && token.pos !== "VERB" && token.pos !== "ADP" && at - 1 > floor);
    if (!hyphen && !joined && !fits) break;
    at -= 1;
    if (/^(?:a|an|the|this|these|its|their|our|his|her)$/u.test(token.lower)) break;
  }
  return at;
}

/** A participle is a modifier only after an article or adjective: "a renewed agreement", not "has renewed agreements". */
const opensPhrase = (tokens: readonly Token[], at: number) =>
  /^(?:DET|ADJ|PROPN)$/u.test(tokens[at - 1]?.pos ?? "") ||
  /^(?:the|a|an|its|their|our|this|newly|recently)$/u.test(tokens[at - 1]?.lower ?? "");

/** "a trade and investment agreement": "and" between two bare modifiers. */
function isListedModifier(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 2];
  const after = tokens[at];
  if (!before || !after) return false;
  const plain = (token: Token) =>
    (token.pos === "ADJ" || token.pos === "NOUN") && /^\p{Ll}/u.test(token.text);
  return plain(before) && plain(after);
}

function readDeterminer(tokens: readonly Token[], from: number, to: number): Determiner {
  const words = tokens.slice(from, to).map((token) => token.lower);
  if (words.some((word) => INDEFINITE.has(word))) return "indefinite";
  if (
    /^(?:the|this|that|these|those)$/u.test(words[0] ?? "") ||
    /^(?:the|this|that|these|those)$/u.test(lowerBefore(tokens, from))
  )
    return "definite";
  if (/^(?:its|their|our|his|her)$/u.test(words[0] ?? "") || words.includes("'s")) return "possessive";
  return "bare";
}

/** "A good deal of paper", "an arrangement deals with seasonal workers": no noun for an instrument. */
function isOtherDeal(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower;
  const before = tokens[at - 1];
  if (word === "deal") return before?.lower === "good" || before?.lower === "great";
  return word === "deals" && before?.pos === "NOUN" && tokens[at + 1]?.lower === "with";
}

const lowerBefore = (tokens: readonly Token[], from: number) => tokens[from - 1]?.lower ?? "";

function readCount(tokens: readonly Token[], from: number, to: number): number | null {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    const inDate =
      MONTHS[tokens[at - 1]?.lower ?? ""] !== undefined || MONTHS[tokens[at + 1]?.lower ?? ""] !== undefined;
    const money =
      inDate ||
      /^[$€£¥₹]$/u.test(tokens[at - 1]?.text ?? "") ||
      /^(?:million|billion|trillion|bn|mn|percent|%|-|th|st|nd|rd|year|years|day|month|megawatt|MW|km|kilometer)$/u.test(
        tokens[at + 1]?.text ?? "",
      );
    if (/^\d{1,4}(?:,\d{3})?$/u.test(token.text) && !money && !/^(?:1[5-9]|20)\d\d$/u.test(token.text))
      return Number(token.text.replace(",", ""));
    const word = NUMBER_WORDS[token.lower];
    if (
      word !== undefined &&
      word > 1 &&
      !money &&
      tokens[at + 1]?.text !== "-" &&
      !/^(?:countries|sides|nations)$/u.test(tokens[at + 1]?.lower ?? "")
    )
      return word;
  }
  return null;
}

/** Every deal noun phrase of the document, in order. */
export function findDealNouns(doc: Doc): DealNounMention[] {
  trie ??= buildTrie();
  const { tokens } = doc;
  const found: DealNounMention[] = [];
  for (const sentence of doc.sentences) {
    for (let at = sentence.from; at < sentence.to; at += 1) {
      const match = trie.match(tokens, at);
      const token = tokens[at];
      if (!match || match.to > sentence.to || !token) continue;
      const head = tokens[match.to - 1];
      const modifiesNoun =
        (tokens[match.to]?.pos === "NOUN" || tokens[match.to]?.pos === "PROPN") &&
        !match.value.plural &&
        tokens[match.to]?.lower !== "today" &&
        /^\p{L}/u.test(tokens[match.to]?.text ?? "");
      const verbUse =
        token.pos === "VERB" &&
        match.to === at + 1 &&
        !/^(?:a|an|the|this|new)$/u.test(tokens[at - 1]?.lower ?? "");
      if (verbUse || isOtherDeal(tokens, at) || (modifiesNoun && match.value.noun.strength === "weak")) {
        at = match.to - 1;
        continue;
      }
      const phraseFrom = phraseStart(tokens, at, sentence.from);
      const proper =
        /^\p{Lu}\p{Ll}/u.test(token.text) &&
        /^\p{Lu}/u.test(tokens[at - 1]?.text ?? "") &&
        at > sentence.from &&
        head !== undefined;
      found.push({
        noun: match.value.noun,
        from: at,
        to: match.to,
        phraseFrom,
        plural: match.value.plural,
        determiner: readDeterminer(tokens, phraseFrom, at),
        count: readCount(tokens, phraseFrom, at),
        proper,
      });
      at = match.to - 1;
    }
  }
  return found;
}
