import type { AgreementKind, AgreementStatus } from "@entente/graph-schema";
import type { Clause } from "../clauses/split-clauses.ts";
import type { PartyMention } from "../resolve/party-mention.ts";
import type { DealMention, DealParty, Dropped } from "./deal-types.ts";
import { type DealNounMention, findDealNouns } from "./find-deal-nouns.ts";
import { type FrameContext, lowerAt, within } from "./frame-context.ts";
import { commentator, distinct, fixedParties, inheritedParties, offeredParties } from "./read-parties.ts";
import { readDate, readPartnerCount, readSectors, readTopic, readValues } from "./read-slots.ts";
import { findTrigger, statusOf, type Trigger } from "./read-status.ts";

/** The clause that holds a token. */
export function clauseAt(context: FrameContext, at: number): Clause | undefined {
  return context.clauses.find((clause) => at >= clause.from && at < clause.to);
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
  return { parties, fixed: false };
}

const roleless = (party: PartyMention): DealParty => ({
  type: party.type,
  key: party.key,
  role: "party",
  start: party.start,
  end: party.end,
});

function kindOf(
  context: FrameContext,
  noun: DealNounMention,
  clause: Clause,
  hasValue: boolean,
): AgreementKind {
  const { tokens } = context.doc;
  const generic =
    /^(?:deal|deals|agreement|agreements|document|documents|accord|accords|pact|pacts|instrument|instruments|contract|contracts|commitments)$/u.test(
      lowerAt(tokens, noun.to - 1),
    );
  if (noun.plural && generic && noun.noun.kind === "agreement" && (hasValue || (noun.count ?? 0) > 1))
    return "deal-package";
  if (noun.noun.kind !== "agreement") return noun.noun.kind;
  const modifiers = tokens
    .slice(noun.phraseFrom, noun.from)
    .map((token) => token.lower)
    .join(" ");
  if (/\bfree trade\b|\btrade\b(?! council)/u.test(modifiers)) return "trade-agreement";
  if (/\bloan\b|\bcredit\b|\bfinancing\b/u.test(modifiers)) return "loan";
  if (/\bswap\b/u.test(modifiers)) return "currency-swap";
  if (/\bframework\b/u.test(modifiers)) return "framework-agreement";
  if (/\bpeace\b|\bextradition\b|\bborder\b|\baccession\b/u.test(modifiers)) return "treaty";
  if (/\binvestment\b/u.test(modifiers)) return "investment";
  if (/\bgrant\b/u.test(modifiers)) return "grant";
  return clause.verb >= 0 ? "agreement" : "agreement";
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

/** Deals named by a noun: "signed a memorandum", "the U.S.-Kazakhstan agreement", "talks on a trade deal". */
export function frameAgreements(context: FrameContext): { kept: DealMention[]; dropped: Dropped[] } {
  const kept: DealMention[] = [];
  const dropped: Dropped[] = [];
  for (const noun of findDealNouns(context.doc)) {
    const clause = clauseAt(context, noun.from);
    const sentence = clause && context.doc.sentences[clause.sentence];
    if (!clause || !sentence || noun.noun.kind === "grant") continue;
    const mention = frameNoun(context, noun, clause);
    if (!mention) continue;
    const reason = reasonToDrop(context, noun, mention, clause);
    if (reason) dropped.push({ mention, reason });
    else kept.push(mention);
  }
  return { kept, dropped };
}

function frameNoun(context: FrameContext, noun: DealNounMention, clause: Clause): DealMention | null {
  const { tokens, sentences } = context.doc;
  const sentence = sentences[clause.sentence];
  if (!sentence) return null;
  const { parties, fixed } = partiesOf(context, noun, clause);
  const states = parties.filter((party) => party.type !== "organization").length;
  const trigger = findTrigger(tokens, noun, clause);
  const { status, confidence, features } = judge(noun, trigger, { states, fixed });
  const values = nearestNounMoney(context, noun, clause);
  const start = tokens[noun.from]?.start ?? 0;
  const end = tokens[noun.to - 1]?.end ?? start;
  const dated =
    status === "signed" ||
    status === "agreed" ||
    status === "ended" ||
    trigger?.class === "in-force" ||
    status === "completed";
  const date = dated && status !== null ? readDate(context, clause, trigger?.at ?? noun.from) : null;
  return {
    rule: `noun-${noun.noun.strength}`,
    sentence: clause.sentence,
    start,
    end,
    kind: kindOf(context, noun, clause, values.length > 0),
    rungs: status === null ? [] : [{ status, date, sentence: clause.sentence }],
    parties: parties.map(roleless),
    values,
    count:
      noun.count ??
      (noun.plural || noun.noun.strength === "talks" ? readPartnerCount(tokens, noun.to, clause.to) : null),
    sectors: readSectors(tokens, Math.max(clause.from, noun.phraseFrom), Math.min(clause.to, noun.to + 25)),
    definite: noun.determiner === "definite",
    topic: readTopic(tokens, noun, sentence),
    confidence: Math.max(0, Math.min(0.95, confidence)),
    features,
  };
}

/** Money of the clause, kept for the deal noun that is nearest to it. */
function nearestNounMoney(context: FrameContext, noun: DealNounMention, clause: Clause) {
  return readValues(context, clause.from, clause.to).filter(
    (money) =>
      Math.min(Math.abs(money.from - noun.to), Math.abs(noun.phraseFrom - money.to)) < 15 ||
      (money.from >= noun.phraseFrom && money.to <= noun.to),
  );
}

function reasonToDrop(
  context: FrameContext,
  noun: DealNounMention,
  mention: DealMention,
  clause: Clause,
): string | null {
  const { tokens } = context.doc;
  if (mention.rungs.length === 0) return mention.features.includes("denied") ? "denied" : "no status told";
  const many =
    mention.count !== null || tokens.slice(noun.to, clause.to).some((token) => MANY.test(token.lower));
  const bloc = mention.parties.some((party) => party.type === "bloc");
  const states = mention.parties.filter((party) => party.type !== "organization").length;
  if (mention.parties.length === 0) return "no party";
  if (states === 0) return "companies only";
  if (
    mention.parties.length === 1 &&
    !bloc &&
    !(many && noun.plural) &&
    !(noun.proper && mention.features.includes("verb:signed"))
  )
    return "one party";
  if (
    noun.noun.strength === "weak" &&
    !mention.features.some((feature) =>
      /^verb:(?:launch|signed|agreed|announce|proposed|ended)$/u.test(feature),
    ) &&
    !mention.features.includes("parties:fixed")
  )
    return "weak noun without a telling verb";
  return mention.confidence < KEEP_FROM
    ? `confidence ${mention.confidence.toFixed(2)} below ${KEEP_FROM}`
    : null;
}
