import type { ArticleAnalysis } from "../analyze-article.ts";
import type { Clause } from "../clauses/split-clauses.ts";
import type { MoneyMention } from "../mention/mention-types.ts";
import type { PartyMention } from "../resolve/party-mention.ts";
import type { Sentence } from "../tokenise/document.ts";
import { wrapLines } from "./wrap-lines.ts";

const INDENT = 4;

/** Words of the text with what they were read as; words that are the reading themselves stand once. */
const readAs = (words: string, reading: string): string =>
  words === reading ? words : `${words} = ${reading}`;

/** "the two sides = CHN+KAZ (coreference)": the mentions that share words are one entry. */
function describeParties(text: string, parties: readonly PartyMention[]): string[] {
  const byWords = new Map<string, PartyMention[]>();
  for (const party of parties) {
    const key = `${party.start}-${party.end}`;
    byWords.set(key, [...(byWords.get(key) ?? []), party]);
  }
  return [...byWords.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const keys = group.map(({ key }) => key).join("+");
    const how = first.form === "name" || first.form === "organization" ? "" : ` (${first.form})`;
    return [readAs(text.slice(first.start, first.end), keys) + how];
  });
}

function describeMoney(
  text: string,
  { start, end, amount, upTo, currency, hedge, conversionOf }: MoneyMention,
): string {
  const range = upTo === undefined ? amount : `${amount} to ${upTo}`;
  const notes = [
    ...(hedge === "exact" ? [] : [hedge]),
    ...(conversionOf === undefined ? [] : ["a conversion"]),
  ];
  const note = notes.length > 0 ? ` (${notes.join(", ")})` : "";
  return readAs(text.slice(start, end), `${range} ${currency}`) + note;
}

/** Each clause with its verb marked; one that takes the subject before it starts with "…". */
function describeClause({ doc }: ArticleAnalysis, { from, to, verb, inherits }: Clause): string {
  const [first, last, told] = [doc.tokens[from], doc.tokens[to - 1], doc.tokens[verb]];
  if (!first || !last) return "";
  const words = told
    ? `${doc.text.slice(first.start, told.start)}<${told.text}>${doc.text.slice(told.end, last.end)}`
    : doc.text.slice(first.start, last.end);
  return (inherits ? "… " : "") + words;
}

/** What was found in a sentence, one line a kind of mention; a kind without mentions has none. */
export function explainMentions(analysis: ArticleAnalysis, sentence: Sentence): string[] {
  const { doc, parties, money, dates, people, events, clauses } = analysis;
  const inside = <T extends { readonly start: number }>(items: readonly T[]): T[] =>
    items.filter(({ start }) => start >= sentence.start && start < sentence.end);
  const own = clauses.filter((clause) => clause.sentence === sentence.index);
  const found: readonly (readonly [string, readonly string[]])[] = [
    ["parties ", describeParties(doc.text, inside(parties))],
    ["money   ", inside(money).map((value) => describeMoney(doc.text, value))],
    ["dates   ", inside(dates).map((date) => readAs(doc.text.slice(date.start, date.end), date.iso))],
    [
      "people  ",
      inside(people).map(({ name, office, home }) => {
        const about = [...(office ? [office.trim()] : []), ...(home ? [home] : [])].join(", ");
        return about ? `${name} (${about})` : name;
      }),
    ],
    ["meetings", inside(events).map(({ name }) => name)],
    ["clauses ", own.length > 1 ? own.map((clause) => describeClause(analysis, clause)) : []],
  ];
  return found.flatMap(([label, entries]) =>
    entries.length === 0 ? [] : wrapLines(`${label}  `, entries.join(" | "), INDENT),
  );
}
