import type { AgreementKind, AgreementStatus } from "@entente/graph-schema";
import type { Clause } from "../clauses/split-clauses.ts";
import { AID_NOUNS, GIVING_VERBS, TOTAL_WORDS } from "../data/aid-words.ts";
import type { MoneyMention } from "../mention/mention-types.ts";
import type { PartyMention } from "../resolve/party-mention.ts";
import type { Sentence, Token } from "../tokenise/document.ts";
import type { DealMention, DealParty, Dropped } from "./deal-types.ts";
import { clauseAt } from "./frame-agreements.ts";
import { clausesOf, type FrameContext, lowerAt, within } from "./frame-context.ts";
import { commentator, distinct, type PlacedParty, placedParties } from "./read-parties.ts";
import { announcedOn, isOtherMoney, readDate, readSectors } from "./read-slots.ts";
import { baseForm, readMood } from "./read-status.ts";

/** An amount or a number of goods, with the verb of giving that governs it. */
interface Gift {
  readonly from: number;
  readonly to: number;
  readonly money: MoneyMention | null;
  readonly verb: number;
}

const isGiving = (token: Token | undefined) =>
  token !== undefined &&
  (token.pos === "VERB" || /(?:ed|ing)$/u.test(token.lower)) &&
  (GIVING_VERBS.has(token.lemma) || GIVING_VERBS.has(giveBase(token.lower)));

function giveBase(word: string): string {
  const direct = baseForm(word);
  if (GIVING_VERBS.has(direct)) return direct;
  for (const base of [
    word.replace(/d$/u, ""),
    word.replace(/ed$/u, ""),
    word.replace(/s$/u, ""),
    word.replace(/ing$/u, "e"),
    word.replace(/ing$/u, ""),
    word.replace(/(?:ted|ting)$/u, ""),
    word.replace(/(?:tt)(?:ed|ing)$/u, "t"),
  ])
    if (GIVING_VERBS.has(base)) return base;
  return word;
}

function verbBefore(tokens: readonly Token[], at: number, floor: number): number {
  for (let index = at - 1; index >= Math.max(floor, at - 25); index -= 1)
    if (isGiving(tokens[index])) return index;
  return -1;
}

const near = (tokens: readonly Token[], gift: { from: number; to: number }, sentence: Sentence): boolean => {
  for (let at = Math.max(sentence.from, gift.from - 5); at < Math.min(sentence.to, gift.to + 9); at += 1) {
    if (/^[.;]$/u.test(lowerAt(tokens, at))) return false;
    if (AID_NOUNS.has(lowerAt(tokens, at))) return true;
  }
  return false;
};

function findGifts(context: FrameContext, sentence: Sentence): Gift[] {
  const { tokens } = context.doc;
  const gifts: Gift[] = [];
  for (const money of within(context.money, sentence.from, sentence.to)) {
    if (money.conversionOf !== undefined || isOtherMoney(tokens, money)) continue;
    const verb = verbBefore(tokens, money.from, sentence.from);
    const passive = passiveAfter(tokens, money.to, sentence.to);
    if (near(tokens, money, sentence) || verb >= 0 || passive >= 0)
      gifts.push({ from: money.from, to: money.to, money, verb: verb >= 0 ? verb : passive });
  }
  for (let at = sentence.from; at < sentence.to; at += 1) {
    if (lowerAt(tokens, at) !== "doses") continue;
    const verb = verbBefore(tokens, at, sentence.from);
    const passive = passiveAfter(tokens, at + 1, sentence.to);
    if (verb >= 0 || passive >= 0)
      gifts.push({ from: at, to: at + 1, money: null, verb: verb >= 0 ? verb : passive });
  }
  return gifts;
}

function passiveAfter(tokens: readonly Token[], at: number, end: number): number {
  for (let index = at; index < Math.min(end, at + 14); index += 1)
    if (isGiving(tokens[index]) && /ed$|given|sent/u.test(lowerAt(tokens, index))) return index;
  return -1;
}

/** Earlier aid told as a sum ("bringing total aid to $3 billion") is no grant of its own. */
function isTotal(tokens: readonly Token[], gift: Gift): boolean {
  for (let at = gift.from - 1; at >= gift.from - 12; at -= 1) {
    const word = lowerAt(tokens, at);
    if (/^[.;]$/u.test(word) || word === "") return false;
    if (TOTAL_WORDS.has(word)) return true;
  }
  return /^(?:since|to)$/u.test(lowerAt(tokens, gift.to)) && lowerAt(tokens, gift.to + 1) === "date";
}

const RECIPIENT = new Set(["to", "for", "in", "of", "across", "inside", "'s"]);

/** "provided by Japan", "from the State Department"; not "affected by Russia". */
function givesAfter(tokens: readonly Token[], party: PartyMention, preposition: string): boolean {
  if (preposition === "from") return true;
  if (preposition !== "by") return false;
  for (let at = party.from - 1; at > party.from - 6; at -= 1) {
    if (lowerAt(tokens, at) === "by")
      return (
        isGiving(tokens[at - 1]) ||
        /^(?:pledge|contribution|donation|made|funded|grant|doses)$/u.test(lowerAt(tokens, at - 1))
      );
  }
  return false;
}

/** The first receiver after the amount and those listed with it; later ones only say where or why. */
function firstList(context: FrameContext, after: readonly PlacedParty[]): PartyMention[] {
  const order = [...after].sort((a, b) => Number(a.preposition === "in") - Number(b.preposition === "in"));
  const first = order[0];
  if (!first) return [];
  const listed: PartyMention[] = [first.party];
  let last = first.party;
  for (const { party } of after) {
    if (party.from <= last.from) continue;
    const gap = context.doc.tokens.slice(last.to, party.from);
    if (
      gap.length > 6 ||
      !gap.every((token) =>
        /^(?:,|and|the|\(|\)|people|of|government|for|to|central|bank|in|'s)$/u.test(token.lower),
      )
    )
      continue;
    listed.push(party);
    last = party;
  }
  return distinct(listed);
}

/** Who gives and who gets: subject before the verb; "to", "for", "in" after the amount. */
function giftParties(
  context: FrameContext,
  gift: Gift,
  sentence: Sentence,
): { donors: PartyMention[]; recipients: PartyMention[] } {
  const { tokens } = context.doc;
  const comments = new Set(
    clausesOf(context, sentence.index)
      .flatMap((clause) => commentator(context, clause))
      .map((party) => party.from),
  );
  const placed = placedParties(context, sentence.from, sentence.to).filter(
    ({ party }) => !comments.has(party.from) || party.from > gift.from,
  );
  const verb = gift.verb >= 0 && gift.verb < gift.from ? gift.verb : gift.from;
  const donors = placed.filter(
    ({ party, preposition }) =>
      party.to <= verb &&
      /^(?:|by|from|of)$/u.test(preposition) &&
      (party.form !== "demonym" || isDonorAdjective(tokens, party)) &&
      lowerAt(tokens, party.to) !== "-",
  );
  const later = placed.filter(
    ({ party, preposition }) =>
      party.from >= gift.to && party.form !== "demonym" && givesAfter(tokens, party, preposition),
  );
  const owned = placed.filter(
    ({ party }) =>
      party.form !== "organization" &&
      party.from >= gift.from - 4 &&
      party.from < gift.to + 4 &&
      /^(?:U\.S\.|US|American|USAID)$/u.test(tokens[party.from]?.text ?? "") &&
      [0, 1, 2].some((offset) => AID_NOUNS.has(lowerAt(tokens, party.to + offset))),
  );
  const states = distinct([...donors, ...later, ...owned].map(({ party }) => party));
  const giving = states.some((party) => party.type !== "organization")
    ? states.filter((party) => party.type !== "organization")
    : states;
  const givers = new Set(giving.map((party) => party.key));
  const stop = nextAmount(context, gift, sentence.to);
  const after = placed.filter(
    ({ party, preposition }) =>
      party.from >= gift.to && party.from < stop && RECIPIENT.has(preposition) && !givers.has(party.key),
  );
  const described = placed.filter(
    ({ party }) =>
      party.from >= verb && party.to <= gift.from && !givers.has(party.key) && party.form !== "organization",
  );
  return {
    donors: giving,
    recipients: after.length > 0 ? firstList(context, after) : distinct(described.map(({ party }) => party)),
  };
}

const isDonorAdjective = (tokens: readonly Token[], party: PartyMention) =>
  /^(?:government|president|prime|minister|foreign|premier|embassy|administration|department)$/u.test(
    lowerAt(tokens, party.to),
  );

function nextAmount(context: FrameContext, gift: Gift, end: number): number {
  const next = within(context.money, gift.to, end).find((money) => money.conversionOf === undefined);
  return next?.from ?? end;
}

function giftStatus(context: FrameContext, gift: Gift, sentence: Sentence): AgreementStatus {
  const { tokens } = context.doc;
  if (gift.verb < 0) return "agreed";
  const words = tokens.slice(sentence.from, gift.from + 1).map((token) => token.lower);
  const verb = giveBase(lowerAt(tokens, gift.verb));
  const { mood } = readMood(tokens, gift.verb, sentence.from);
  const before = tokens
    .slice(Math.max(sentence.from, gift.verb - 5), gift.verb)
    .map((token) => token.lower)
    .join(" ");
  if (
    /\b(?:intends?|plans?|planned|planning|anticipates?|expects?|aims?|seeks?|hopes?|proposes?|would|could|may)\b/u.test(
      before,
    ) ||
    mood === "doubt" ||
    verb === "offer"
  )
    return "proposed";
  if (words.includes("intends") || words.includes("pending")) return "proposed";
  const past = /(?:ed|gave|given|sent)$/u.test(lowerAt(tokens, gift.verb));
  const done =
    past &&
    !/^(?:pledge|commit|announce|allocate|approve|authorize|authorise|earmark|award|release|offer)$/u.test(
      verb,
    ) &&
    !/\b(?:be|being)\b/u.test(before);
  return done ? "completed" : "agreed";
}

function kindOfGift(tokens: readonly Token[], gift: Gift, sentence: Sentence): AgreementKind {
  const around = tokens
    .slice(Math.max(sentence.from, gift.from - 6), Math.min(sentence.to, gift.to + 7))
    .map((token) => token.lower);
  if (around.some((word) => /^(?:loan|loans|credit|guarantee|guarantees)$/u.test(word))) return "loan";
  const verb = gift.verb >= 0 ? giveBase(lowerAt(tokens, gift.verb)) : "";
  if (verb === "invest" || around.some((word) => /^(?:investment|investments)$/u.test(word)))
    return "investment";
  return "grant";
}

/**
 * Aid told by an amount that no other frame has `claimed`: "is providing $155 million in assistance for the people of Iraq".
 */
export function frameGrants(
  context: FrameContext,
  claimed: ReadonlySet<number>,
): { kept: DealMention[]; dropped: Dropped[] } {
  const { doc } = context;
  const kept: DealMention[] = [];
  const dropped: Dropped[] = [];
  const main = mainRecipients(context);
  for (const sentence of doc.sentences) {
    for (const gift of findGifts(context, sentence)) {
      const clause = clauseAt(context, gift.from);
      if (!clause || (gift.money && claimed.has(gift.money.start))) continue;
      const whole = kept.at(-1);
      if (whole && gift.money && isPart(context, gift, { sentence, whole })) {
        kept[kept.length - 1] = { ...whole, values: [...whole.values, gift.money] };
        continue;
      }
      const mention = frameGift(context, { gift, sentence, clause, main });
      const reason = reasonToDrop(context, gift, mention);
      if (reason) dropped.push({ mention, reason });
      else kept.push(mention);
    }
  }
  return { kept, dropped };
}

/** "This funding includes $26 million from …": shares of the aid told just before, by who pays. */
function isPart(
  context: FrameContext,
  gift: Gift,
  { sentence, whole }: { sentence: Sentence; whole: DealMention },
): boolean {
  const { tokens } = context.doc;
  if (whole.rule !== "gift-money" || sentence.index - whole.sentence > 1) return false;
  const words = tokens.slice(sentence.from, gift.from).map((token) => token.lower);
  const includes = words.some((word) => /^(?:includes|include|including|comprises)$/u.test(word));
  return includes && /^(?:from|through)$/u.test(lowerAt(tokens, gift.to));
}

const isSum = (words: readonly string[]): boolean =>
  words.includes("since") || words.join(" ").includes("to date");

/** "has invested over $850 million" is told of the past whatever the verb. */
const isPerfect = (tokens: readonly Token[], gift: Gift): boolean =>
  gift.verb >= 0 &&
  gift.verb < gift.from &&
  [1, 2].some((back) => /^(?:has|have|had)$/u.test(lowerAt(tokens, gift.verb - back)));

const REQUEST =
  /^(?:seeks|request|requests|requested|reward|rewards|ask|asks|urge|urges|urging|needed|reserves)$/u;

function reasonToDrop(context: FrameContext, gift: Gift, mention: DealMention): string | null {
  const { tokens, sentences } = context.doc;
  const sentence = sentences[mention.sentence];
  if (!sentence) return "no sentence";
  const words = tokens.slice(sentence.from, sentence.to).map((token) => token.lower);
  if (isTotal(tokens, gift)) return "a total of aid";
  if (words.slice(0, Math.max(1, gift.from - sentence.from)).some((word) => REQUEST.test(word)))
    return "a request or reward";
  if (isSum(words) && (mention.rungs[0]?.status === "completed" || isPerfect(tokens, gift)))
    return "a past total";
  const givers = mention.parties.filter((party) => party.role === "donor" || party.role === "lender");
  if (givers.length === 0) return "no giver";
  if (mention.parties.length < 2) return "no receiver";
  if (mention.kind === "investment" && givers.every((party) => party.type === "organization"))
    return "companies investing";
  const pledged = words.some((word) =>
    /^(?:pledge|contribution|commitment|donation|drawdown|grant|approval|includes|include|including)$/u.test(
      word,
    ),
  );
  if (gift.verb < 0 && !pledged && mention.features.includes("recipient:main")) return "no verb of giving";
  if (gift.money === null && mention.features.includes("recipient:main")) return "goods for nobody named";
  return null;
}

/** Who gets aid that names no receiver: the countries of the headline, else the one that the text names most by far. */
function mainRecipients(context: FrameContext): PartyMention[] {
  const named = context.headline.filter((party) => party.key !== context.speaker);
  if (named.length > 0) return named.length <= 2 ? named : [];
  const tally = new Map<string, { party: PartyMention; n: number }>();
  for (const party of context.parties) {
    if (party.type !== "country" || party.key === context.speaker || party.form === "speaker") continue;
    const entry = tally.get(party.key);
    if (entry) entry.n += 1;
    else tally.set(party.key, { party, n: 1 });
  }
  const [first, second] = [...tally.values()].sort((a, b) => b.n - a.n);
  return first && first.n >= 2 && first.n > (second?.n ?? 0) ? [first.party] : [];
}

/** "worldwide", "to the GCFF", "for countries in the region": the aid goes somewhere that is no party here. */
function namesOtherDestination(tokens: readonly Token[], gift: Gift, sentence: Sentence): boolean {
  for (let at = gift.to; at < Math.min(sentence.to, gift.to + 16); at += 1) {
    const word = lowerAt(tokens, at);
    if (
      /^(?:worldwide|globally|global|region|sub|countries|abroad|hemisphere|world|congress|budget)$/u.test(
        word,
      )
    )
      return true;
    const next = at + (lowerAt(tokens, at + 1) === "the" ? 2 : 1);
    if (
      (word === "to" || word === "for") &&
      !/^\p{Lu}/u.test(tokens[at - 1]?.text ?? "") &&
      /^\p{Lu}/u.test(tokens[next]?.text ?? "")
    )
      return true;
  }
  return false;
}

interface GiftContext {
  readonly gift: Gift;
  readonly sentence: Sentence;
  readonly clause: Clause;
  readonly main: readonly PartyMention[];
}

function frameGift(context: FrameContext, { gift, sentence, clause, main }: GiftContext): DealMention {
  const { tokens } = context.doc;
  const { donors, recipients } = giftParties(context, gift, sentence);
  const kind = kindOfGift(tokens, gift, sentence);
  const speaker =
    donors.length === 0 && context.speaker
      ? context.parties.find((party) => party.key === context.speaker)
      : undefined;
  const givers = speaker ? [speaker] : donors;
  const elsewhere = namesOtherDestination(tokens, gift, sentence);
  const fallback = elsewhere ? [] : main.filter((party) => givers.every((giver) => giver.key !== party.key));
  const receivers = recipients.length > 0 ? recipients : fallback;
  const status = giftStatus(context, gift, sentence);
  const roles = kind === "loan" ? (["lender", "borrower"] as const) : (["donor", "recipient"] as const);
  const place = (party: PartyMention, role: DealParty["role"]): DealParty => ({
    type: party.type,
    key: party.key,
    role,
    start: party.start,
    end: party.end,
  });
  const date =
    status === "agreed"
      ? (readDate(context, clause, gift.verb >= 0 ? gift.verb : gift.from) ??
        announcedOn(context, sentence, gift.verb))
      : null;
  const start = tokens[gift.from]?.start ?? 0;
  return {
    rule: gift.money ? "gift-money" : "gift-goods",
    sentence: sentence.index,
    start,
    end: tokens[gift.to - 1]?.end ?? start,
    kind,
    rungs: [{ status, date, sentence: sentence.index }],
    parties: [
      ...givers.map((party) => place(party, roles[0])),
      ...receivers
        .filter((party) => !givers.some((giver) => giver.key === party.key))
        .map((party) => place(party, roles[1])),
    ],
    values: gift.money
      ? [gift.money, ...context.money.filter((money) => money.conversionOf === gift.money?.start)]
      : [],
    count: null,
    sectors: readSectors(tokens, gift.from, sentence.to),
    definite: false,
    name: "",
    topic: "",
    confidence: gift.verb >= 0 && recipients.length > 0 ? 0.8 : 0.6,
    features: [
      `verb:${gift.verb >= 0 ? giveBase(lowerAt(tokens, gift.verb)) : "none"}`,
      `donors:${givers.length}`,
      `recipients:${receivers.length}`,
      ...(recipients.length === 0 ? ["recipient:main"] : []),
    ],
  };
}
