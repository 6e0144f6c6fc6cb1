import type { DealMention } from "./deal-types.ts";
import type { DealNounMention, NounInClause } from "./find-deal-nouns.ts";
import type { Token } from "../tokenise/document.ts";
import { type FrameContext, lowerAt, within } from "./frame-context.ts";
import { distinct } from "./read-parties.ts";

/** Lowest confidence at which a candidate is kept. */
const KEEP_FROM = 0.5;

const MANY = /^(?:dozens|scores|several|many|countries|nations|members|partners|states|more)$/u;

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
  const leading = tokens.slice(noun.phraseFrom - 1, noun.from).map((token) => token.lower);
  if (last.includes("?") || leading.some((word) => /^(?:any|few|no)$/u.test(word))) return true;
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

/** "Presidential Memorandum", "the date of this memorandum": a government writes to itself. */
function isOwnOrder(context: FrameContext, noun: DealNounMention): boolean {
  if (!noun.noun.phrase.startsWith("memorandum") || noun.to - noun.from > 1) return false;
  const { tokens, title } = context.doc;
  return (
    /^(?:presidential|executive|this|internal)$/u.test(lowerAt(tokens, noun.from - 1)) ||
    (context.speaker !== undefined && /^memorandum (?:on|for|to)\b/iu.test(title))
  );
}

/** "Human Rights Council", "Commission of Inquiry": a body that somebody has, not one that two sides set up. */
function isStandingBody(context: FrameContext, noun: DealNounMention, mention: DealMention): boolean {
  const { tokens } = context.doc;
  if (!/^(?:council|commission|joint commission)s?$/u.test(lowerAt(tokens, noun.to - 1))) return false;
  const named = distinct(within(context.parties, noun.phraseFrom, noun.to));
  const launched = mention.features.includes("verb:launch");
  const joint = tokens
    .slice(noun.phraseFrom, noun.to)
    .some((token) => /^(?:joint|bilateral|trilateral|intergovernmental)$/u.test(token.lower));
  return named.length < 2 && !joint && !launched;
}

/** "Loans", "opens public contracts": nobody counts, names or prices them. */
const isInGeneral = (noun: DealNounMention, mention: DealMention): boolean =>
  noun.plural &&
  mention.count === null &&
  mention.values.length === 0 &&
  (noun.noun.kind === "loan" || (noun.noun.kind === "contract" && noun.determiner === "bare"));

const TELLING = /^verb:(?:launch|signed|agreed|proposed|ended)$/u;

/** What the rules hold against a candidate, or null where they would keep it. */
export function objectToAgreement(
  context: FrameContext,
  { noun, clause }: NounInClause,
  mention: DealMention,
): string | null {
  const { tokens } = context.doc;
  const has = (feature: string | RegExp) =>
    mention.features.some((other) => (typeof feature === "string" ? other === feature : feature.test(other)));
  if (isHypothetical(context, { noun, clause })) return "hypothetical";
  if (mention.rungs.length === 0) return has("denied") ? "denied" : "no status told";
  if (
    /^(?:dozens|scores|several|many|various|numerous|some)$/u.test(lowerAt(tokens, noun.to + 1)) &&
    mention.count === null &&
    mention.values.length === 0
  )
    return "unnamed partners, uncounted";
  if (mention.rungs[0]?.assumed && !has("parties:fixed") && noun.noun.strength !== "talks")
    return "nothing told, parties not fixed";
  if (noun.noun.strength === "talks" && mention.count === null && !isTalkOnDeal(tokens, noun))
    return "talks about no deal";
  if (isOwnOrder(context, noun)) return "an order to its own offices";
  if (isStandingBody(context, noun, mention)) return "a standing body";
  if (isInGeneral(noun, mention)) return `${noun.noun.kind}s in general`;
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
