import { MONTHS, WEEKDAYS } from "../data/calendar-words.ts";
import type { Clause } from "../clauses/split-clauses.ts";
import type { PartyMention } from "../resolve/party-mention.ts";
import type { Token } from "../tokenise/document.ts";
import type { DealNounMention } from "./find-deal-nouns.ts";
import { clausesOf, type FrameContext, lowerAt, within } from "./frame-context.ts";

/** A party with the preposition that leads to it, "" when it is subject or object. */
export interface PlacedParty {
  readonly party: PartyMention;
  readonly preposition: string;
}

const OFFICIALS =
  /^(?:government|governments|president|premier|prime|minister|ministers|foreign|leader|leaders|chancellor|king|counterpart|counterparts|side|officials|official|ministry|state|central|bank|company|companies|authorities|parliament|embassy|ambassador|delegation|delegations|vice|deputy|finance|defense|defence|trade|energy|secretary|firm|firms|investors|fund|government's|department|army|military|and|,|or|-|–)$/u;

const TRANSPARENT =
  /^(?:both|the|kingdom|republic|government|governments|people|state|president|presidents|leaders|heads)$/u;

/** Words of a stretch that names already cover, and where the stretch begins. */
interface Coverage {
  readonly covered: ReadonlySet<number>;
  readonly floor: number;
}

/** "in Warsaw, Poland, announced": the country only says where the city lies. */
function isAfterCity(tokens: readonly Token[], party: PartyMention): boolean {
  const city = tokens[party.from - 2];
  return (
    tokens[party.from - 1]?.text === "," &&
    city !== undefined &&
    /^\p{Lu}\p{Ll}/u.test(city.text) &&
    !(city.lower in MONTHS) &&
    !(city.lower in WEEKDAYS) &&
    /^[.,;)]$/u.test(tokens[party.to]?.text ?? "")
  );
}

/** The preposition that governs a party: looked for leftwards over articles, adjectives and the other names of a list. */
function prepositionOf(tokens: readonly Token[], party: PartyMention, { covered, floor }: Coverage): string {
  let viaOf = false;
  for (let at = party.from - 1, steps = 0; at >= floor && steps < 60; steps += 1, at -= 1) {
    const token = tokens[at];
    if (!token) break;
    // A comma continues a list only after a name: "In January, China" is no "in China".
    if (
      token.text === "," &&
      !covered.has(at - 1) &&
      tokens[at - 1]?.text !== ")" &&
      !isAfterCity(tokens, party)
    )
      break;
    if (covered.has(at) || /^[,()–&]$/u.test(token.text) || token.lower === "and" || token.text === "-")
      continue;
    if (token.lower === "of") {
      viaOf ||=
        !/^(?:government|governments|kingdom|republic|state|leaders|presidents|ministers|heads|people|minister|president|secretary)$/u.test(
          lowerAt(tokens, at - 1),
        );
      at -= 1;
      continue;
    }
    if (
      token.pos === "DET" ||
      token.pos === "ADJ" ||
      token.pos === "PROPN" ||
      token.text === "'s" ||
      TRANSPARENT.test(token.lower)
    )
      continue;
    if (
      token.pos === "ADP" ||
      token.lower === "to" ||
      /^(?:with|between|among|joining|including)$/u.test(token.lower)
    )
      return token.lower;
    break;
  }
  return viaOf ? "of" : "";
}

/** Parties in a stretch, with prepositions; those inside the name of a meeting are left out. */
export function placedParties(context: FrameContext, from: number, to: number): PlacedParty[] {
  const { tokens } = context.doc;
  const inEvents = within(context.events, from, to);
  const inStretch = within(context.parties, from, to);
  const covered = new Set<number>();
  for (const party of inStretch) for (let at = party.from; at < party.to; at += 1) covered.add(at);
  return inStretch
    .filter((party) => !inEvents.some((event) => party.from >= event.from && party.to <= event.to))
    .map((party) => ({ party, preposition: prepositionOf(tokens, party, { covered, floor: from }) }));
}

/** An adjective names a party only before a body of its state ("the Chinese government") or as a people. */
function standsForState(tokens: readonly Token[], party: PartyMention): boolean {
  if (party.form !== "demonym") return true;
  const next = tokens[party.to];
  return next !== undefined && (OFFICIALS.test(next.lower) || next.pos === "VERB" || next.pos === "AUX");
}

const FOREIGN_TO_PARTY = new Set(
  "in on at against about over near into within across toward towards outside throughout during regarding concerning around off along through than since despite after before under as like amid".split(
    " ",
  ),
);

/** "UK-based", "U.S.-brokered": the name only qualifies. */
const COMPOUND =
  /^(?:based|led|backed|brokered|sponsored|made|built|owned|facilitated|supported|hosted|held|controlled|born|style|related)$/u;

/** "Russia's Gazprom", "Jan De Nul of Belgium": the body is the party, its country only says where it is at home. */
function ownsBody(tokens: readonly Token[], party: PartyMention, bodies: readonly PartyMention[]): boolean {
  if (party.type !== "country" || party.form === "agency") return false;
  const possessive = lowerAt(tokens, party.to) === "'s" || party.form === "demonym";
  return bodies.some((body) => {
    const gap = tokens.slice(party.to, body.from);
    const follows = possessive && body.from >= party.to && gap.length <= 6;
    if (follows && gap.every((token) => /^(?:NOUN|ADJ|PART|PROPN)$/u.test(token.pos) || token.text === "'s"))
      return true;
    return lowerAt(tokens, body.to) === "of" && party.from === body.to + 1;
  });
}

const JOINING_GERUNDS = /^(?:joining|including|involving|following|linking|connecting)$/u;

/** First token of ", prompting Kyiv to …": what such a tail names is a consequence, not a party. */
function tailOf(tokens: readonly Token[], from: number, to: number): number {
  let verb = false;
  for (let at = from; at < to - 1; at += 1) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (token?.pos === "VERB" || token?.pos === "AUX") verb = true;
    if (!verb || token?.text !== "," || next?.pos !== "VERB" || !next.lower.endsWith("ing")) continue;
    if (!JOINING_GERUNDS.test(next.lower)) return at;
  }
  return to;
}

const isVisit = (tokens: readonly Token[], at: number) =>
  /^(?:visit|trip|travel|ambassador|visited|tour|traveled|due|return)s?$/u.test(lowerAt(tokens, at));

/** Parties that a clause offers to a deal: subjects, "with", "between", "by"; places and topics are left out. */
export function offeredParties(context: FrameContext, from: number, to: number): PlacedParty[] {
  const { tokens } = context.doc;
  const bodies = within(context.parties, from, to).filter((party) => party.type === "organization");
  const tail = tailOf(tokens, from, to);
  return placedParties(context, from, to).filter(({ party, preposition }) => {
    if (FOREIGN_TO_PARTY.has(preposition) || party.from > tail) return false;
    if (ownsBody(tokens, party, bodies) || lowerAt(tokens, party.to + 1) === "capital") return false;
    if (!standsForState(tokens, party)) return false;
    if (lowerAt(tokens, party.to) === "-" && COMPOUND.test(lowerAt(tokens, party.to + 1))) return false;
    if (preposition === "to" && isVisit(tokens, party.from - 2)) return false;
    const attribution =
      /^(?:said|says|added|noted|told|reported|reports|according)$/u.test(lowerAt(tokens, party.to)) &&
      party.from > from + 3;
    return !attribution && preposition !== "according";
  });
}

/** Distinct parties by key, the first mention of each. */
export function distinct(parties: readonly PartyMention[]): PartyMention[] {
  const byKey = new Map<string, PartyMention>();
  for (const party of parties) if (!byKey.has(party.key)) byKey.set(party.key, party);
  return [...byKey.values()];
}

/** "between A, B and C" or "A-B agreement": parties that the phrase itself fixes, else an empty list. */
export function fixedParties(
  context: FrameContext,
  noun: DealNounMention,
  clauseEnd: number,
): PartyMention[] {
  const { tokens } = context.doc;
  const inside = distinct(
    within(context.parties, noun.phraseFrom, noun.to).filter(
      (party) => party.form !== "organization" && party.form !== "speaker",
    ),
  );
  if (inside.length >= 2) return inside;
  for (let at = noun.to; at < Math.min(clauseEnd, noun.to + 14); at += 1) {
    const word = lowerAt(tokens, at);
    if (/^[.;]$/u.test(word)) break;
    if (word === "with" && inside.length === 1 && at < noun.to + 8) {
      const partners = listFrom(context, at + 1, clauseEnd).filter((party) => party.type !== "organization");
      if (partners.length > 0) return distinct([...inside, ...partners]);
    }
    if (word !== "between" && word !== "among") continue;
    const listed = listFrom(context, at + 1, clauseEnd);
    if (listed.length >= 2) return distinct([...inside, ...listed]);
  }
  return [];
}

/** The names of a list that starts at `at`: "the U.S., the Republic of Korea and Japan". */
export function listFrom(context: FrameContext, at: number, end: number): PartyMention[] {
  const { tokens } = context.doc;
  const found: PartyMention[] = [];
  let last = at;
  for (const party of within(context.parties, at, end)) {
    const gap = tokens.slice(last, party.from);
    const bridges = gap.every(
      (token) =>
        /^(?:,|and|the|of|government|governments|kingdom|republic|&|\(|\)|'s|both|its|state|states|countries|including|-|–|president|prime|minister|u\.s|people|\p{Lu}.*)$/u.test(
          token.lower,
        ) ||
        token.pos === "DET" ||
        token.pos === "ADJ" ||
        token.pos === "PROPN",
    );
    if (!bridges || (found.length > 0 && gap.length > 9)) break;
    found.push(party);
    last = party.to;
  }
  return found;
}

const WELCOMES =
  /^(?:welcome|welcomed|welcomes|applaud|applauds|applauded|commend|commends|commended|congratulate|congratulates|congratulated|hailed|praised|denounced|condemned|criticized|rejected|urged|noted|discussed|underscored|highlighted|thanked|supports|support|supported|recognizes|recognized|appreciates|appreciated|encourage|encourages|encouraged|called|calls)$/u;

/** Subject of a clause that only comments on others' deals: its parties are none of the deal's. */
export function commentator(context: FrameContext, clause: Clause): PartyMention[] {
  const { tokens } = context.doc;
  if (clause.verb < 0) return [];
  let verb = clause.verb;
  while (verb < clause.to && (tokens[verb]?.pos === "AUX" || tokens[verb]?.pos === "ADV")) verb += 1;
  if (!WELCOMES.test(lowerAt(tokens, verb))) return [];
  return within(context.parties, clause.from, verb).filter((party) => party.form !== "coreference");
}

/** Parties of the subject that a clause without its own takes from the clauses or sentence before. */
export function inheritedParties(context: FrameContext, clause: Clause): PartyMention[] {
  const { tokens } = context.doc;
  const pronoun =
    /^(?:it|they|he|she|which|who)$/u.test(lowerAt(tokens, clause.from)) ||
    (clause.verb > clause.from &&
      clause.verb - clause.from <= 3 &&
      /^(?:it|they|he|she)$/u.test(lowerAt(tokens, clause.verb - 1)));
  if (!clause.inherits && !pronoun) return ownSide(context, clause);
  const siblings = clausesOf(context, clause.sentence)
    .filter((other) => other.from < clause.from)
    .reverse();
  for (const other of siblings) {
    const subject = subjectParties(context, other);
    if (subject.length > 0) return subject;
  }
  if (!pronoun) return ownSide(context, clause);
  const before = clausesOf(context, clause.sentence - 1);
  for (const other of before) {
    const subject = subjectParties(context, other);
    if (subject.length > 0) return subject;
  }
  return ownSide(context, clause);
}

const mainParties = new WeakMap<FrameContext, PartyMention | null>();

/** The state that the document is about: that which speaks in it, else the one named clearly most often. */
function mainParty(context: FrameContext): PartyMention | null {
  const known = mainParties.get(context);
  if (known !== undefined) return known;
  const main = findMainParty(context);
  mainParties.set(context, main);
  return main;
}

/** Mentions that make a country what a document is about, at least. */
const MAIN_MENTIONS = 3;

function findMainParty({ parties, headline, speaker }: FrameContext): PartyMention | null {
  if (speaker) return parties.find((party) => party.key === speaker) ?? null;
  const tally = new Map<string, { party: PartyMention; n: number }>();
  for (const party of [...headline, ...parties]) {
    if (party.type !== "country" || party.form === "coreference") continue;
    const entry = tally.get(party.key);
    if (entry) entry.n += 1;
    else tally.set(party.key, { party, n: 1 });
  }
  const [first, second] = [...tally.values()].sort((a, b) => b.n - a.n);
  return first && first.n >= MAIN_MENTIONS && first.n > (second?.n ?? 0) ? first.party : null;
}

/** "An agreement with Berlin runs until …" names one side: the other is the state that the document is about. */
function ownSide(context: FrameContext, clause: Clause): PartyMention[] {
  const offered = offeredParties(context, clause.from, clause.to);
  if (offered.length === 0 || !offered.every(({ preposition }) => preposition === "with")) return [];
  const main = mainParty(context);
  return main && offered.every(({ party }) => party.key !== main.key) ? [main] : [];
}

/** Parties before the finite verb of a clause. */
export function subjectParties(context: FrameContext, clause: Clause): PartyMention[] {
  const end = clause.verb < 0 ? clause.to : clause.verb;
  return distinct(
    offeredParties(context, clause.from, end)
      .filter(
        ({ preposition }) =>
          preposition === "" || preposition === "with" || preposition === "of" || preposition === "between",
      )
      .map(({ party }) => party),
  );
}
