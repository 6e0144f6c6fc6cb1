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

/** The preposition that governs a party: looked for leftwards over articles, adjectives and the other names of a list. */
function prepositionOf(tokens: readonly Token[], party: PartyMention, { covered, floor }: Coverage): string {
  let viaOf = false;
  for (let at = party.from - 1, steps = 0; at >= floor && steps < 60; steps += 1, at -= 1) {
    const token = tokens[at];
    if (!token) break;
    // A comma continues a list only after a name: "In January, China" is no "in China".
    if (token.text === "," && !covered.has(at - 1) && tokens[at - 1]?.text !== ")") break;
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

const isVisit = (tokens: readonly Token[], at: number) =>
  /^(?:visit|trip|travel|ambassador|visited|tour|traveled|due|return)s?$/u.test(lowerAt(tokens, at));

/** Parties that a clause offers to a deal: subjects, "with", "between", "by"; places and topics are left out. */
export function offeredParties(context: FrameContext, from: number, to: number): PlacedParty[] {
  const { tokens } = context.doc;
  return placedParties(context, from, to).filter(({ party, preposition }) => {
    if (FOREIGN_TO_PARTY.has(preposition)) return false;
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
  if (!clause.inherits && !pronoun) return [];
  const siblings = clausesOf(context, clause.sentence)
    .filter((other) => other.from < clause.from)
    .reverse();
  for (const other of siblings) {
    const subject = subjectParties(context, other);
    if (subject.length > 0) return subject;
  }
  if (!pronoun) return [];
  const before = clausesOf(context, clause.sentence - 1);
  for (const other of before) {
    const subject = subjectParties(context, other);
    if (subject.length > 0) return subject;
  }
  return [];
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
