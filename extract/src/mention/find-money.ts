import type { Hedge } from "@entente/graph-schema";
import { DOLLAR_PREFIXES, PREFIX_MARKS, SHARED_NAMES, SYMBOLS } from "../data/currency-words.ts";
import type { Token } from "../tokenise/document.ts";
import { currencyNamed, currencyOfNation, isCurrencyCode, sharedName } from "./currency-lexicon.ts";
import type { MoneyMention } from "./mention-types.ts";
import { linkConversions } from "./link-conversions.ts";
import { type NumberReading, readNumber, shiftDecimal } from "./read-number.ts";

/** Countries that a text names, most often first: they decide between rupees, and between yen and yuan. */
export type NationHint = readonly string[];

interface Unit {
  readonly currency: string;
  /** Token where the unit starts (prefix) or ends (suffix, exclusive). */
  readonly edge: number;
}

const adjacent = (a: Token | undefined, b: Token | undefined) => a?.end !== undefined && a.end === b?.start;

/** "AUD $85 million", "CAD$5m": the code before the sign says which dollar or peso it is. */
const dollarCode = (text: string): string | undefined =>
  /^[A-Z]{3}$/u.test(text) && isCurrencyCode(text) ? text : undefined;

function sharedCurrency(shared: string, nations: NationHint): string {
  for (const nation of nations) {
    const local = shared === "dollar" || shared === "pound" ? undefined : currencyOfNation(nation, shared);
    if (local) return local;
  }
  return SHARED_NAMES[shared] ?? "USD";
}

function readPrefix(tokens: readonly Token[], at: number, nations: NationHint): Unit | null {
  const dot = tokens[at - 1]?.text === "." && tokens[at - 2]?.text === "Rs" ? 1 : 0;
  const mark = tokens[at - 1 - dot];
  if (!mark) return null;
  const edge = at - 1 - dot;
  if (mark.text === "$") {
    const letters = tokens[edge - 1];
    const known = letters && (DOLLAR_PREFIXES[letters.lower] ?? dollarCode(letters.text));
    if (known && isCurrencyCode(letters.text)) return { currency: known, edge: edge - 1 };
    if (known && (adjacent(letters, mark) || known === "USD")) return { currency: known, edge: edge - 1 };
    return { currency: "USD", edge };
  }
  if (mark.text === "¥" || mark.text === "￥")
    return { currency: nations.find((n) => n === "CHN" || n === "JPN") === "CHN" ? "CNY" : "JPY", edge };
  const symbol = SYMBOLS[mark.text];
  if (symbol) return { currency: symbol, edge };
  if (mark.text === "Rs" || mark.text === "Re") return { currency: sharedCurrency("rupee", nations), edge };
  const known = PREFIX_MARKS[mark.text];
  const spaced = !adjacent(mark, tokens[at]);
  if (known && (!spaced || mark.text.length > 2)) return { currency: known, edge };
  if (mark.text === "US" && adjacent(mark, tokens[at])) return { currency: "USD", edge };
  if (mark.text === "COP" && /^\d\d$/u.test(tokens[at]?.text ?? "")) return null; // a climate conference
  return isCurrencyCode(mark.text) ? { currency: mark.text, edge } : null;
}

/** Words of the longest currency name: "Bosnia and Herzegovina convertible mark". */
const LONGEST_NAME = 5;

function readSuffix(tokens: readonly Token[], at: number, nations: NationHint): Unit | null {
  let start = at;
  if (tokens[start]?.text === "-") start += 1;
  if (tokens[start]?.text === "€" && adjacent(tokens[start - 1], tokens[start]))
    return { currency: "EUR", edge: start + 1 };
  for (let width = LONGEST_NAME; width >= 1; width -= 1) {
    const span = tokens.slice(start, start + width);
    if (span.length < width) continue;
    const text = span.map((token) => token.text).join(" ");
    const named = currencyNamed(text);
    if (named && text !== "R") return { currency: named, edge: start + width };
    const shared = sharedName(text) ?? sharedName(span.at(-1)?.text ?? "");
    if (!shared) continue;
    if (width === 1 || shared.includes(" "))
      return { currency: sharedCurrency(shared, nations), edge: start + 1 };
    const nation = span
      .slice(0, -1)
      .map((token) => token.text)
      .join(" ");
    const dollar =
      /^(?:US|U\.S\.|United States|American)$/u.test(nation) && shared === "dollar" ? "USD" : undefined;
    const currency = dollar ?? currencyOfNation(nation, shared);
    if (currency) return { currency, edge: start + width };
  }
  const code = tokens[start]?.text ?? "";
  return /^[A-Z]{3}$/u.test(code) && isCurrencyCode(code) ? { currency: code, edge: start + 1 } : null;
}

const HEDGE_WORDS: Readonly<Record<string, Hedge>> = {
  about: "about",
  around: "about",
  nearly: "about",
  almost: "about",
  approximately: "about",
  roughly: "about",
  some: "about",
  estimated: "about",
  over: "over",
  exceeding: "over",
  "more than": "over",
  "at least": "over",
  "excess of": "over",
  "upwards of": "over",
  "up to": "up-to",
  "as much": "up-to",
  "much as": "up-to",
  "maximum of": "up-to",
};

function readHedge(tokens: readonly Token[], at: number): Hedge {
  let before = at - 1;
  while (/^(?:an?|the|another|additional|of|total)$/u.test(tokens[before]?.lower ?? "") && before > at - 3)
    before -= 1;
  for (const index of [at - 1, before]) {
    const one = tokens[index]?.lower ?? "";
    const hedge = HEDGE_WORDS[`${tokens[index - 1]?.lower ?? ""} ${one}`] ?? HEDGE_WORDS[one];
    if (hedge) return hedge;
  }
  return "exact";
}

interface Range {
  readonly low: NumberReading;
  readonly high: NumberReading;
  readonly to: number;
}

/** "3-5 billion", "$3bn to $5bn", "between $5 and $7 billion": both ends, the first borrowing a missing magnitude. */
function readRange(tokens: readonly Token[], low: NumberReading, before: number): Range | null {
  const joint = tokens[low.to]?.lower ?? "";
  const opened = /^(?:between|from)$/u.test(tokens[before]?.lower ?? "");
  const joins = /^(?:-|–|to)$/u.test(joint) || (joint === "and" && opened);
  if (!joins) return null;
  let at = low.to + 1;
  while (at < low.to + 4 && tokens[at] !== undefined && !/^\d/u.test(tokens[at]?.text ?? "")) at += 1;
  const between = tokens.slice(low.to + 1, at);
  if (between.some((token) => !(token.text in SYMBOLS) && !/^(?:\$|¥|US|USD|EUR|U\.S\.)$/u.test(token.text)))
    return null;
  const high = /^\d/u.test(tokens[at]?.text ?? "") ? readNumber(tokens, at) : null;
  if (!high) return null;
  const borrowed =
    low.power === 0 && high.power > 0 && Number(low.digits) < 1000 ? { ...low, power: high.power } : low;
  return { low: borrowed, high, to: high.to };
}

function moneyAt(tokens: readonly Token[], at: number, nations: NationHint): MoneyMention | null {
  const number = readNumber(tokens, at);
  if (!number) return null;
  const prefix = /^\d/u.test(tokens[at]?.text ?? "") ? readPrefix(tokens, at, nations) : null;
  const range = readRange(tokens, number, (prefix?.edge ?? at) - 1);
  const end = range?.to ?? number.to;
  const suffix = readSuffix(tokens, end, nations);
  const unit = prefix ?? suffix;
  if (!unit || (!prefix && isYearOfPrices(tokens, at, number))) return null;
  const from = prefix?.edge ?? at;
  const to = suffix && (!prefix || suffix.currency === prefix.currency) ? suffix.edge : end;
  const low = range?.low ?? number;
  return {
    type: "money",
    from,
    to,
    start: tokens[from]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
    amount: shiftDecimal(low.digits, low.power),
    ...(range ? { upTo: shiftDecimal(range.high.digits, range.high.power) } : {}),
    currency: unit.currency,
    hedge: range ? "range" : readHedge(tokens, from),
  };
}

/** "in 2015 dollars": prices of a year, not an amount. */
const isYearOfPrices = (tokens: readonly Token[], at: number, number: NumberReading) =>
  !number.spelled && /^(?:1[89]|20)\d\d$/u.test(tokens[at]?.text ?? "");

/** What may follow an amount whose currency the sentence has told before: "…, plus a guarantee of 100 million." */
const AFTER_ELLIPSIS = /^(?:[.,;:)]|in|for|over|from|to|and|or|a|this|last|by|as|under|through|earlier)$/u;
const COUNTED =
  /^(?:population|people|inhabitants|market|country|nation|users|tons|tonnes|barrels|doses|hectares|some)$/u;
/** Tokens between an amount and a later one that borrows its currency, at most. */
const ELLIPSIS_REACH = 30;

/** "$24 billion in cash and 11 billion in deposits": a large round number borrows the currency told just before. */
function ellipticAt(
  tokens: readonly Token[],
  at: number,
  previous: MoneyMention | undefined,
): MoneyMention | null {
  if (!previous || at - previous.to > ELLIPSIS_REACH) return null;
  const number = readNumber(tokens, at);
  if (!number || number.power < 6 || !AFTER_ELLIPSIS.test(tokens[number.to]?.lower ?? ".")) return null;
  const before = tokens.slice(Math.max(previous.to, at - 4), at).map((token) => token.lower);
  const broken = tokens.slice(previous.to, at).some((token) => /^[.;:?!]$/u.test(token.text));
  if (broken || before.some((word) => COUNTED.test(word))) return null;
  return {
    type: "money",
    from: at,
    to: number.to,
    start: tokens[at]?.start ?? 0,
    end: tokens[number.to - 1]?.end ?? 0,
    amount: shiftDecimal(number.digits, number.power),
    currency: previous.currency,
    hedge: readHedge(tokens, at),
  };
}

/** What a money value can hold: eighteen digits and four decimals. A longer number is a code or a slip, not a sum. */
const isAmount = (amount: string): boolean => /^(?:0|[1-9]\d{0,17})(?:\.\d{1,4})?$/u.test(amount);

/** Every amount of money in order, each with currency, hedge and the amount it converts, if it does. */
export function findMoney(tokens: readonly Token[], nations: NationHint = []): MoneyMention[] {
  const found: MoneyMention[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const money = moneyAt(tokens, at, nations) ?? ellipticAt(tokens, at, found.at(-1));
    if (!money) continue;
    at = money.to - 1;
    if (isAmount(money.amount) && isAmount(money.upTo ?? "0")) found.push(money);
  }
  return linkConversions(tokens, found);
}
