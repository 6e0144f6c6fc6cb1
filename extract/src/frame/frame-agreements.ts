import type { AgreementKind, AgreementStatus } from "@entente/graph-schema";
import type { Clause } from "../clauses/split-clauses.ts";
import type { PartyMention } from "../resolve/party-mention.ts";
import type { DealMention, DealParty, Dropped, Rung } from "./deal-types.ts";
import { type DealNounMention, findDealNouns, type NounInClause } from "./find-deal-nouns.ts";
import type { Token } from "../tokenise/document.ts";
import { firstAt } from "../tokenise/first-at.ts";
import { objectToAgreement } from "./object-to-agreement.ts";
import { type FrameContext, lowerAt, within } from "./frame-context.ts";
import { mainParties } from "./main-parties.ts";
import { commentator, distinct, fixedParties, inheritedParties, offeredParties } from "./read-parties.ts";
import { announcedOn, readDate, readPartnerCount, readSectors, readTopic, readValues } from "./read-slots.ts";
import { findTrigger, statusOf, type Trigger } from "./read-status.ts";

/** The clause that holds a token. */
export function clauseAt(context: FrameContext, at: number): Clause | undefined {
  const clause = context.clauses[firstAt(context.clauses, at + 1, ({ from }) => from) - 1];
  return clause && at < clause.to ? clause : undefined;
}

/** Parties of a deal and where they were found: the phrase itself fixes them, the clause names them, or the document. */
interface FoundParties {
  readonly parties: PartyMention[];
  readonly from: "phrase" | "clause" | "sides" | "one" | "none";
}

/** Parties of a noun phrase's deal. */
function partiesOf(context: FrameContext, { noun, clause }: NounInClause): FoundParties {
  const fixed = fixedParties(context, noun, clause.to);
  if (fixed.length >= 2) return { parties: fixed, from: "phrase" };
  const sentence = context.doc.sentences[clause.sentence];
  const commentators = commentator(context, clause);
  const comments = new Set(commentators.map((party) => party.from));
  const commenting = new Set(commentators.map((party) => party.key));
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
  return completeParties(context, { noun, clause }, { parties, commenting });
}

/** A deal told with one party or none is of the two states that the document is about, if that party is one of them. */
function completeParties(
  context: FrameContext,
  { noun, clause }: NounInClause,
  { parties, commenting }: { parties: PartyMention[]; commenting: ReadonlySet<string> },
): FoundParties {
  const { tokens } = context.doc;
  const states = parties.filter((party) => party.type !== "organization");
  const left = { parties, from: "clause" } as const;
  if (states.length > 1 || (states.length === 0 && parties.length > 0)) return left;
  if (noun.noun.strength === "talks" && noun.determiner === "bare") return left;
  const told = findTrigger(tokens, { ...noun, gives: false }, clause)?.class ?? "mention";
  const named = states.length === 1 && noun.noun.strength === "strong" && noun.determiner !== "bare";
  if (!named && (told === "mention" || told === "announce")) return left;
  const main = mainParties(context);
  const keys = new Set(main.map((party) => party.key));
  if (main.some((party) => commenting.has(party.key)) || states.some((party) => !keys.has(party.key)))
    return left;
  const both = /^(?:leaders|sides|ministers|presidents|they|governments|countries)$/u.test(
    lowerAt(tokens, clause.verb - 1),
  );
  if (main.length < 2) return left;
  return {
    parties: distinct([...parties, ...main]),
    from: both ? "sides" : states.length === 1 ? "one" : "none",
  };
}

const roleless = (party: PartyMention): DealParty => ({
  type: party.type,
  key: party.key,
  role: "party",
  start: party.start,
  end: party.end,
});

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
    const reason = objectToAgreement(context, { noun, clause }, mention);
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
  const { parties, from: found } = partiesOf(context, inClause);
  const fixed = found === "phrase";
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
    features: [...features, `parties-from:${found}`],
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
