import type { SectorKey } from "@entente/graph-schema";
import type { Clause } from "../clauses/split-clauses.ts";
import { MONTHS, WEEKDAYS } from "../data/calendar-words.ts";
import { NUMBER_WORDS } from "../data/number-words.ts";
import { SECTOR_WORDS } from "../data/sector-words.ts";
import type { DateMention, MoneyMention } from "../mention/mention-types.ts";
import { PhraseTrie } from "../mention/phrase-trie.ts";
import type { Sentence, Token } from "../tokenise/document.ts";
import { type FrameContext, lowerAt, within } from "./frame-context.ts";

let sectors: PhraseTrie<SectorKey[]> | undefined;

function sectorTrie(): PhraseTrie<SectorKey[]> {
  const all = new Map<string, SectorKey[]>();
  for (const [word, sector] of SECTOR_WORDS) all.set(word, [...(all.get(word) ?? []), sector]);
  const trie = new PhraseTrie<SectorKey[]>(true);
  for (const [word, keys] of all) trie.add(word, keys);
  return trie;
}

/** Sectors that the words of a stretch name, most often first, at most four. */
export function readSectors(tokens: readonly Token[], from: number, to: number): SectorKey[] {
  sectors ??= sectorTrie();
  const tally = new Map<SectorKey, number>();
  for (let at = from; at < to; at += 1) {
    const match = sectors.match(tokens, at);
    if (!match || match.to > to) continue;
    for (const sector of match.value) tally.set(sector, (tally.get(sector) ?? 0) + 1);
    at = match.to - 1;
  }
  return [...tally]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([sector]) => sector);
}

const NOT_OF_DEAL = /^(?:by|until|till|through|since|expire|expires|next|over|within|from|every)$/u;

/** "delivery beginning in August": when something goes on or ends, not when it was agreed. */
const GOES_ON =
  /^(?:beginning|starting|commencing|ending|running|lasting|expiring|begin|begins|start|starts|end|ends)$/u;

/** A span of days in one month is when something happened; longer ones are how long it goes on. */
const isShort = ({ date }: DateMention): boolean =>
  date.precision === "interval"
    ? date.earliest.slice(0, 7) === date.latest.slice(0, 7)
    : date.precision !== "decade" && date.precision !== "fiscal-year";

/** "the 2022 Response Plan": a year inside a name. */
const isInName = (tokens: readonly Token[], { date, from, to }: DateMention): boolean =>
  date.precision === "year" &&
  /^(?:the|our|its|their|of)$/u.test(lowerAt(tokens, from - 1)) &&
  /^\p{Lu}/u.test(tokens[to]?.text ?? "");

/** Can a date be that of a deal told near it? Deadlines, durations, names and days of other events cannot. */
export const isOfDeal = (tokens: readonly Token[], date: DateMention): boolean =>
  isShort(date) &&
  !isInName(tokens, date) &&
  !NOT_OF_DEAL.test(lowerAt(tokens, date.from - 1)) &&
  !GOES_ON.test(lowerAt(tokens, date.from - 1)) &&
  !GOES_ON.test(lowerAt(tokens, date.from - 2)) &&
  !ofOtherEvent(tokens, date);

/** The date that belongs to an event told at `at`: of its clause, nearest first, else the one that opens the sentence. */
export function readDate(context: FrameContext, clause: Clause, at: number): DateMention | null {
  const { tokens, sentences } = context.doc;
  const sentence = sentences[clause.sentence];
  if (!sentence) return null;
  const usable = (date: DateMention) => isOfDeal(tokens, date);
  const near = within(context.dates, clause.from, clause.to).filter(usable);
  const distance = (date: DateMention) => (date.from >= at ? date.from - at : at - date.to);
  near.sort((a, b) => distance(a) - distance(b));
  if (near[0]) return near[0];
  const opening = within(context.dates, sentence.from, sentence.from + 8).find(usable);
  return opening && opening.from < clause.from && clause.inherits ? opening : null;
}

/**
 * The day of publication, for what a government's own release announces in the present: "is pleased to announce",
 * "I am authorizing today".
 */
export function announcedOn(context: FrameContext, sentence: Sentence, verb: number): DateMention | null {
  const { published, tokens } = context.doc;
  if (!published || !context.speaker || verb < 0 || published.precision !== "day") return null;
  const word = lowerAt(tokens, verb);
  const before = tokens.slice(Math.max(sentence.from, verb - 4), verb).map((token) => token.lower);
  const present =
    /^(?:announce|announces|announcing|authorizing|authorize|adopt)$/u.test(word) && !before.includes("will");
  const first = /^(?:announced|adopted|authorized)$/u.test(word) && sentence.index <= 1;
  const token = tokens[verb];
  if (!token || (!present && !first)) return null;
  return {
    type: "date",
    date: published,
    iso: published.earliest,
    start: token.start,
    end: token.end,
    from: verb,
    to: verb + 1,
  };
}

/** "the 1951 treaty", "the summit in May", "announced in March" of another noun: dates inside other phrases. */
function ofOtherEvent(tokens: readonly Token[], date: DateMention): boolean {
  const before = lowerAt(tokens, date.from - 1);
  const noun = lowerAt(tokens, date.from - 2);
  if (!/^(?:in|of|on)$/u.test(before)) return false;
  if (MEETINGS.test(noun)) return !isHeldAt(tokens, date.from - 2);
  return /^(?:war|invasion|election|elections|earthquake|attack|pandemic|budget|resolution|decision)$/u.test(
    noun,
  );
}

const MEETINGS = /^(?:summit|meeting|visit|conference|forum|talks)$/u;

/** "At the summit in October, they announced": what is told happened at the meeting, on its day. */
function isHeldAt(tokens: readonly Token[], noun: number): boolean {
  for (let at = noun - 1; at > noun - 10; at -= 1) {
    const word = lowerAt(tokens, at);
    if (/^(?:at|during|sidelines)$/u.test(word)) return true;
    if (/^[.,;]$/u.test(word) || word === "") return false;
  }
  return false;
}

const NOT_DEAL_MONEY =
  /^(?:turnover|trade|exports|imports|volume|gdp|sanctions|revenue|revenues|losses|loss|economy|reward|debt|market|profit|sales|profits|fine|fines|per|annually|reserves|deficit|cost|costs|damage|damages|cuts)$/u;

/** True for money that measures something other than a deal: turnover, reserves, fines, totals since long ago. */
export function isOtherMoney(tokens: readonly Token[], money: MoneyMention): boolean {
  for (let at = money.from - 1; at >= money.from - 7; at -= 1) {
    const word = lowerAt(tokens, at);
    if (/^[.;]$/u.test(word) || word === "") break;
    if (
      /^(?:turnover|volume|reached|exports|imports|gdp|sanctions|reward|fine|fined|reserves|revenue|losses|deficit|trade|reduced|economies|debt|profit)$/u.test(
        word,
      )
    )
      return true;
    if (
      /^(?:agreement|deal|deals|loan|grant|contract|contracts|mou|worth|valued|provide|invest|fund|package|memorandum|pact)$/u.test(
        word,
      )
    )
      return false;
  }
  const next =
    lowerAt(tokens, money.to) === "in" || lowerAt(tokens, money.to) === "of" ? money.to + 1 : money.to;
  return [0, 1, 2].some((offset) => NOT_DEAL_MONEY.test(lowerAt(tokens, next + offset)));
}

/** The document and its money. */
export type ValuedDocument = Pick<FrameContext, "doc" | "money">;

/** Money of a clause that belongs to a deal anchored there. */
export function readValues(context: ValuedDocument, from: number, to: number): MoneyMention[] {
  return within(context.money, from, to).filter(
    (money) => money.conversionOf !== undefined || !isOtherMoney(context.doc.tokens, money),
  );
}

/** "with 15 countries", "another 33 countries": how many partners a plural deal has. */
export function readPartnerCount(tokens: readonly Token[], from: number, to: number): number | null {
  for (let at = from; at < to; at += 1) {
    if (!/^(?:countries|nations|states|governments|partners|economies|members)$/u.test(lowerAt(tokens, at)))
      continue;
    for (let back = at - 1; back >= at - 3 && back >= from; back -= 1) {
      const text = lowerAt(tokens, back);
      if (/^\d{1,3}$/u.test(text)) return lowerAt(tokens, back - 1).length > 0 ? Number(text) : null;
      const word = NUMBER_WORDS[text];
      if (word !== undefined && word > 2) return word;
    }
  }
  return null;
}

/** Words after "on", "of", "for" that say what a deal is about, and its own modifiers, for the generated name. */
export function readTopic(
  tokens: readonly Token[],
  noun: { phraseFrom: number; from: number; to: number },
  sentence: Sentence,
): string {
  const opener = lowerAt(tokens, noun.to);
  if (!/^(?:on|of|for|in|to)$/u.test(opener)) return "";
  const words: Token[] = [];
  for (let at = noun.to + 1; at < Math.min(sentence.to, noun.to + 10); at += 1) {
    const token = tokens[at];
    if (
      !token ||
      /^[.,;:()"“”]$/u.test(token.text) ||
      /^(?:between|with|signed|in|on|at|by|worth|that|which|and|as|under|during|after|before|over|from)$/u.test(
        token.lower,
      )
    )
      break;
    if (token.pos === "VERB" && !token.lower.endsWith("ing") && words.length > 1) break;
    words.push(token);
  }
  if (isTimePlaceOrSum(opener, words)) return "";
  const text = words
    .map((token, index) =>
      index > 0 && words[index - 1]?.end !== token.start ? ` ${token.text}` : token.text,
    )
    .join("");
  return `${opener} ${text}`;
}

/** "on Sunday", "in Washington", "of 50 billion dollars": one report's day, place or figure, not what the deal is about. */
function isTimePlaceOrSum(opener: string, [first, ...rest]: readonly Token[]): boolean {
  if (!first || /^[$€£¥]/u.test(first.text)) return true;
  const isFigure = /^\d/u.test(first.text);
  if (opener === "in") return isFigure || first.pos === "PROPN";
  if (opener === "on") return isFigure || first.lower in WEEKDAYS || first.lower in MONTHS;
  return (
    isFigure && rest.some(({ lower }) => /^(?:[mbt]n|million|billion|trillion|crore|lakh)$/u.test(lower))
  );
}
