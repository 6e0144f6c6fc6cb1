import type { AgreementKind, AgreementStatus } from "@entente/graph-schema";
import type { Clause } from "../clauses/split-clauses.ts";
import type { PartyMention } from "../resolve/party-mention.ts";
import type { DealMention, DealParty, Dropped, Rung } from "./deal-types.ts";
import { type DealNounMention, findDealNouns } from "./find-deal-nouns.ts";
import type { Token } from "../tokenise/document.ts";
import { firstAt } from "../tokenise/first-at.ts";
import { type FrameContext, lowerAt, within } from "./frame-context.ts";
import { commentator, distinct, fixedParties, inheritedParties, offeredParties } from "./read-parties.ts";
import { announcedOn, readDate, readPartnerCount, readSectors, readTopic, readValues } from "./read-slots.ts";
import { findTrigger, statusOf, type Trigger } from "./read-status.ts";

/** The clause that holds a token. */
export function clauseAt(context: FrameContext, at: number): Clause | undefined {
  const clause = context.clauses[firstAt(context.clauses, at + 1, ({ from }) => from) - 1];
  return clause && at < clause.to ? clause : undefined;
}

const MANY = /^(?:dozens|scores|several|many|countries|nations|members|partners|states|more)$/u;

/** Parties of a noun phrase's deal, and whether the phrase itself fixed them. */
function partiesOf(
  context: FrameContext,
  noun: DealNounMention,
  clause: Clause,
): { parties: PartyMention[]; fixed: boolean } {
  const fixed = fixedParties(context, noun, clause.to);
  if (fixed.length >= 2) return { parties: fixed, fixed: true };
  const sentence = context.doc.sentences[clause.sentence];
  const comments = new Set(commentator(context, clause).map((party) => party.from));
  const money =
    noun.noun.kind === "loan" ||
    noun.noun.kind === "grant" ||
    noun.noun.kind === "contract" ||
    noun.noun.kind === "investment";
  const offered = offeredParties(context, clause.from, clause.to).filter(({ party, preposition }) => {
    if (comments.has(party.from)) return false;
    if (
      party.form === "speaker" &&
      within(context.parties, clause.from, clause.to).some(
        (other) => other.form !== "speaker" && other.key === party.key,
      )
    )
      return false;
    return money || (preposition !== "for" && preposition !== "to") || party.from < noun.from - 12;
  });
  const inside = within(context.parties, noun.phraseFrom, noun.to).filter(
    (party) => party.form !== "organization",
  );
  let parties = distinct([
    ...offered.map(({ party }) => party),
    ...inside,
    ...inheritedParties(context, clause),
  ]);
  if (parties.filter((party) => party.type !== "organization").length < 2 && sentence) {
    const wider = offeredParties(context, sentence.from, sentence.to).filter(
      ({ party, preposition }) =>
        !comments.has(party.from) &&
        /^(?:|with|between|by|and|joining|of)$/u.test(preposition) &&
        party.form !== "organization",
    );
    if (parties.length + wider.length <= 5)
      parties = distinct([...parties, ...wider.map(({ party }) => party)]);
  }
  const lonely = parties.length === 1 && parties[0]?.type === "country";
  const leaders =
    parties.length === 0 &&
    /^(?:leaders|sides|ministers|presidents|they|secretary)$/u.test(
      lowerAt(context.doc.tokens, clause.verb - 1),
    );
  if (
    (lonely || leaders) &&
    noun.noun.strength === "strong" &&
    noun.determiner !== "bare" &&
    context.headline.length === 2
  )
    parties = distinct([...parties, ...context.headline]);
  return { parties, fixed: false };
}

const roleless = (party: PartyMention): DealParty => ({
  type: party.type,
  key: party.key,
  role: "party",
  start: party.start,
  end: party.end,
});

/** A deal noun with the clause it stands in. */
interface NounInClause {
  readonly noun: DealNounMention;
  readonly clause: Clause;
}

const GENERIC =
  /^(?:deal|deals|agreement|agreements|accord|accords|pact|pacts|contract|contracts|commitments)$/u;

/** Kinds that a word before a plain "agreement" or "deal" gives it. */
const KIND_MODIFIERS: readonly (readonly [RegExp, AgreementKind])[] = [
  [/\bfree trade\b|\btrade\b/u, "trade-agreement"],
  [/\bloan\b|\bcredit\b|\bfinancing\b/u, "loan"],
  [/\bswap\b/u, "currency-swap"],
  [/\bframework\b/u, "framework-agreement"],
  [/\bextradition\b|\baccession\b/u, "treaty"],
  [/\binvestment\b/u, "investment"],
];

function kindOf(context: FrameContext, noun: DealNounMention, hasValue: boolean): AgreementKind {
  const { tokens } = context.doc;
  const generic = GENERIC.test(lowerAt(tokens, noun.to - 1)) && noun.noun.kind === "agreement";
  if (noun.plural && generic && (hasValue || (noun.count ?? 0) > 1)) return "deal-package";
  if (noun.noun.kind !== "agreement") return noun.noun.kind;
  const modifiers = tokens
    .slice(noun.phraseFrom, noun.from)
    .map((token) => token.lower)
    .join(" ");
  return KIND_MODIFIERS.find(([pattern]) => pattern.test(modifiers))?.[1] ?? "agreement";
}

/** Status of a noun without a telling verb: a named or definite instrument is operating, talks are under way. */
function statusWithout(noun: DealNounMention): AgreementStatus | null {
  if (noun.noun.strength === "talks") return "negotiating";
  if (noun.determiner === "definite" || noun.determiner === "possessive" || noun.proper) return "in-force";
  return null;
}

interface Judgement {
  readonly status: AgreementStatus | null;
  readonly confidence: number;
  readonly features: readonly string[];
}

function judge(
  noun: DealNounMention,
  trigger: Trigger | null,
  parties: { states: number; fixed: boolean },
): Judgement {
  const features: string[] = [
    `noun:${noun.noun.phrase}`,
    `strength:${noun.noun.strength}`,
    `det:${noun.determiner}`,
  ];
  let confidence = noun.noun.strength === "strong" ? 0.5 : noun.noun.strength === "talks" ? 0.35 : 0.15;
  const told = trigger ? statusOf(trigger) : null;
  if (trigger) features.push(`verb:${trigger.class}`, `mood:${trigger.mood}`);
  if (trigger && told === null) return { status: null, confidence: 0, features: [...features, "denied"] };
  const status =
    noun.noun.strength === "talks" && told !== "ended" ? "negotiating" : (told ?? statusWithout(noun));
  if (trigger && /^(?:signed|agreed|launch|announce|ended|negotiating)$/u.test(trigger.class))
    confidence += 0.25;
  if (trigger && /^(?:in-force|completed|proposed)$/u.test(trigger.class)) confidence += 0.1;
  if (trigger?.class === "mention" || !trigger) confidence -= 0.1;
  if (parties.fixed) confidence += 0.2;
  else if (parties.states >= 2) confidence += 0.1;
  else confidence -= 0.25;
  if (noun.proper) confidence += 0.05;
  features.push(parties.fixed ? "parties:fixed" : `parties:${parties.states}`);
  return { status, confidence, features };
}

/** Lowest confidence at which a candidate is kept. */
export const KEEP_FROM = 0.5;

/** "framework agreements or MOUs": the second noun names the same deals. */
function isCoordinated(
  context: FrameContext,
  noun: DealNounMention,
  previous: DealNounMention | undefined,
): boolean {
  if (!previous || noun.from - previous.to > 4) return false;
  const between = context.doc.tokens.slice(previous.to, noun.from);
  if (between[0]?.text === "(") return true;
  return (
    /^(?:or|and|\/)$/u.test(between[0]?.lower ?? "") &&
    noun.determiner === "bare" &&
    !within(context.parties, previous.to, noun.from).length
  );
}

/** Deals named by a noun: "signed a memorandum", "the U.S.-Kazakhstan agreement", "talks on a trade deal". */
export function frameAgreements(context: FrameContext): { kept: DealMention[]; dropped: Dropped[] } {
  const kept: DealMention[] = [];
  const dropped: Dropped[] = [];
  let previous: DealNounMention | undefined;
  for (const noun of findDealNouns(context.doc)) {
    const clause = clauseAt(context, noun.from);
    const coordinated = isCoordinated(context, noun, previous);
    previous = noun;
    if (!clause || noun.noun.kind === "grant" || coordinated) continue;
    const mention = frameNoun(context, { noun, clause });
    const reason = reasonToDrop(context, { noun, clause }, mention);
    if (reason) dropped.push({ mention, reason });
    else kept.push(mention);
  }
  return { kept, dropped };
}

/** The announcing verb of the sentence, or the trigger itself. */
function announcing(context: FrameContext, clause: Clause, at: number): number {
  const { tokens, sentences } = context.doc;
  const from = sentences[clause.sentence]?.from ?? clause.from;
  for (let index = from; index < at; index += 1)
    if (lowerAt(tokens, index).startsWith("announc")) return index;
  return at;
}

const DATED = new Set<AgreementStatus>(["signed", "agreed", "ended", "completed"]);

function rungsOf(
  context: FrameContext,
  { clause }: NounInClause,
  told: { status: AgreementStatus | null; trigger: Trigger | null },
): Rung[] {
  const { status, trigger } = told;
  if (status === null) return [];
  const assumed = !trigger || trigger.class === "mention";
  const dated = !assumed && (DATED.has(status) || trigger.class === "in-force");
  const sentence = context.doc.sentences[clause.sentence];
  const date = dated
    ? (readDate(context, clause, trigger.at) ??
      (sentence ? announcedOn(context, sentence, announcing(context, clause, trigger.at)) : null))
    : null;
  return [{ status, date, sentence: clause.sentence, ...(assumed ? { assumed } : {}) }];
}

function frameNoun(context: FrameContext, inClause: NounInClause): DealMention {
  const { noun, clause } = inClause;
  const { tokens, sentences } = context.doc;
  const sentence = sentences[clause.sentence];
  const { parties, fixed } = partiesOf(context, noun, clause);
  const states = parties.filter((party) => party.type !== "organization").length;
  const gives = /^(?:loan|joint-fund|investment|contract)$/u.test(noun.noun.kind);
  const trigger = findTrigger(tokens, { ...noun, gives }, clause);
  const { status, confidence, features } = judge(noun, trigger, { states, fixed });
  const values = moneyOf(context, inClause);
  const start = tokens[noun.from]?.start ?? 0;
  const partners =
    noun.plural || noun.noun.strength === "talks" ? readPartnerCount(tokens, noun.to, clause.to) : null;
  return {
    rule: `noun-${noun.noun.strength}`,
    sentence: clause.sentence,
    start,
    end: tokens[noun.to - 1]?.end ?? start,
    kind: kindOf(context, noun, values.length > 0),
    rungs: rungsOf(context, inClause, { status, trigger }),
    parties: parties.map(roleless),
    values,
    count: noun.count ?? partners,
    sectors: readSectors(tokens, Math.max(clause.from, noun.phraseFrom), Math.min(clause.to, noun.to + 25)),
    definite: noun.determiner === "definite",
    name: properName(tokens, noun),
    topic: sentence ? readTopic(tokens, noun, sentence) : "",
    confidence: Math.max(0, Math.min(0.95, confidence + (partners !== null ? 0.55 : 0))),
    features,
  };
}

/** "Artemis Accords": the run of capitalized words that ends in the noun, without names of parties. */
function properName(tokens: readonly Token[], noun: DealNounMention): string {
  if (!noun.proper) return "";
  let from = noun.from;
  while (from > noun.phraseFrom && /^\p{Lu}/u.test(tokens[from - 1]?.text ?? "")) from -= 1;
  return tokens
    .slice(from, noun.to)
    .map((token) => token.lower)
    .join(" ");
}

/** Money near the noun in its clause; "under this memorandum" takes that of the whole sentence. */
function moneyOf(context: FrameContext, { noun, clause }: NounInClause) {
  const sentence = context.doc.sentences[clause.sentence];
  if (sentence && /^(?:this|these)$/u.test(lowerAt(context.doc.tokens, noun.phraseFrom)))
    return readValues(context, sentence.from, sentence.to);
  return readValues(context, clause.from, clause.to).filter(
    (money) =>
      Math.min(Math.abs(money.from - noun.to), Math.abs(noun.phraseFrom - money.to)) < 15 ||
      (money.from >= noun.phraseFrom && money.to <= noun.to),
  );
}

/** Questions and conditions tell of no deal: "in the event a peace agreement is reached", "if they sign". */
function isHypothetical(context: FrameContext, { noun, clause }: NounInClause): boolean {
  const { tokens, sentences } = context.doc;
  const sentence = sentences[clause.sentence];
  const last = sentence
    ? tokens
        .slice(sentence.to - 2, sentence.to)
        .map((token) => token.text)
        .join("")
    : "";
  if (last.includes("?")) return true;
  const before = tokens
    .slice(Math.max(clause.from, noun.phraseFrom - 12), noun.phraseFrom)
    .map((token) => token.lower);
  return (
    before.some((word) => /^(?:if|unless|whether|without)$/u.test(word)) ||
    before.join(" ").includes("in the event")
  );
}

/** "negotiations on a treaty", "talks over a trade deal": about an instrument, or a named topic of negotiations. */
function isTalkOnDeal(tokens: readonly Token[], noun: DealNounMention): boolean {
  const ahead = tokens.slice(noun.to, noun.to + 14).map((token) => token.lower);
  const topic = ahead.findIndex((word) => TOPIC.test(word));
  if (topic < 0) return false;
  const instrument = ahead
    .slice(topic)
    .some((word) =>
      /^(?:agreement|deal|pact|treaty|accord|compact|protocol|contract|loan|memorandum|convention|fta|swap|arrangement|bailout|program)$/u.test(
        word,
      ),
    );
  return instrument || (lowerAt(tokens, noun.from).startsWith("negotiation") && noun.determiner !== "bare");
}

const TOPIC = /^(?:on|over|for|about|regarding|toward|towards|to|concerning|relating|aimed)$/u;

const TELLING = /^verb:(?:launch|signed|agreed|proposed|ended)$/u;

function reasonToDrop(
  context: FrameContext,
  { noun, clause }: NounInClause,
  mention: DealMention,
): string | null {
  const { tokens } = context.doc;
  const has = (feature: string | RegExp) =>
    mention.features.some((other) => (typeof feature === "string" ? other === feature : feature.test(other)));
  if (mention.rungs.length === 0) return has("denied") ? "denied" : "no status told";
  if (
    /^(?:dozens|scores|several|many|various|numerous|some)$/u.test(lowerAt(tokens, noun.to + 1)) &&
    mention.count === null &&
    mention.values.length === 0
  )
    return "unnamed partners, uncounted";
  if (isHypothetical(context, { noun, clause })) return "hypothetical";
  if (mention.rungs[0]?.assumed && !has("parties:fixed") && noun.noun.strength !== "talks")
    return "nothing told, parties not fixed";
  if (noun.noun.strength === "talks" && mention.count === null && !isTalkOnDeal(tokens, noun))
    return "talks about no deal";
  if (lowerAt(tokens, noun.phraseFrom) === "this" && noun.noun.phrase === "memorandum")
    return "the document itself";
  if (noun.plural && noun.noun.kind === "loan" && mention.count === null && mention.values.length === 0)
    return "loans in general";
  const many =
    mention.count !== null || tokens.slice(noun.to, clause.to).some((token) => MANY.test(token.lower));
  const bloc = mention.parties.some((party) => party.type === "bloc");
  const states = mention.parties.filter((party) => party.type !== "organization").length;
  if (states === 0) return mention.parties.length === 0 ? "no party" : "companies only";
  const alone =
    states === 1 && (mention.parties.length === 1 || !has(/^verb:(?:signed|agreed|launch|announce)$/u));
  if (
    alone &&
    !bloc &&
    !(many && noun.plural) &&
    mention.count === null &&
    !(noun.proper && has("verb:signed"))
  )
    return "one party";
  if (alone && bloc && !has(TELLING)) return "one bloc, nothing told";
  const joint = tokens
    .slice(noun.phraseFrom, noun.from)
    .some((token) => /^(?:joint|bilateral|trilateral|strategic)$/u.test(token.lower));
  const bare = noun.determiner !== "indefinite" && !noun.proper;
  if (noun.noun.strength === "weak" && !has("parties:fixed") && !joint && bare)
    return "weak noun, not new, joint or named";
  if (
    noun.noun.strength === "weak" &&
    !(has(TELLING) && (has("mood:fact") || (has("verb:launch") && has("mood:doubt")))) &&
    !(has("parties:fixed") && noun.proper)
  )
    return "weak noun without a telling verb";
  return mention.confidence < KEEP_FROM
    ? `confidence ${mention.confidence.toFixed(2)} below ${KEEP_FROM}`
    : null;
}
