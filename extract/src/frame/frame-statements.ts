import type { DateMention } from "../mention/mention-types.ts";
import { readTitlePlaces } from "../resolve/find-headline-parties.ts";
import type { PartyMention } from "../resolve/party-mention.ts";
import type { Sentence, Token } from "../tokenise/document.ts";
import type { DealMention, DealParty, Dropped } from "./deal-types.ts";
import type { FrameContext } from "./frame-context.ts";
import { lowerAt, within } from "./frame-context.ts";
import { distinct, listFrom, offeredParties } from "./read-parties.ts";
import { readSectors } from "./read-slots.ts";

const ISSUED = /^(?:released|issued|adopted|signed|statement|declaration|communiqué|communique|text)$/u;

const STATEMENT = /^(?:statement|declaration|communiqué|communique)$/u;

/** A statement printed in full is of the day it is published, unless it says otherwise. */
function publishedOn(context: FrameContext, sentence: Sentence): DateMention | null {
  const { published } = context.doc;
  if (published?.precision !== "day") return null;
  return {
    type: "date",
    date: published,
    iso: published.earliest,
    start: sentence.start,
    end: sentence.end,
    from: sentence.from,
    to: sentence.to,
  };
}

const asParty = (party: PartyMention): DealParty => ({
  type: party.type,
  key: party.key,
  role: "party",
  start: party.start,
  end: party.end,
});

/** A statement anchored at a stretch of a sentence, agreed or signed by `parties` on the day told or of publication. */
function statementBy(
  context: FrameContext,
  sentence: Sentence,
  told: {
    readonly rule: string;
    readonly parties: readonly PartyMention[];
    readonly anchor: Token | undefined;
  },
): DealMention {
  const { tokens } = context.doc;
  const words = tokens.slice(sentence.from, sentence.to).map((token) => token.lower);
  const date =
    context.dates.find((other) => other.from >= sentence.from && other.to <= sentence.to) ??
    publishedOn(context, sentence);
  return {
    rule: told.rule,
    sentence: sentence.index,
    start: told.anchor?.start ?? sentence.start,
    end: told.anchor?.end ?? sentence.end,
    kind: "joint-statement",
    rungs: [{ status: words.includes("signed") ? "signed" : "agreed", date, sentence: sentence.index }],
    parties: told.parties.map(asParty),
    values: [],
    count: null,
    sectors:
      told.rule === "statement-text" ? readSectors(tokens, sentence.to, tokens.length).slice(0, 3) : [],
    definite: false,
    name: "",
    topic: "",
    confidence: 0.75,
    features: [told.rule, `first:${lowerAt(tokens, sentence.from)}`],
  };
}

interface Framed {
  readonly kept: readonly DealMention[];
  readonly dropped: readonly Dropped[];
}

const judged = (mention: DealMention, reason: string | null): Framed =>
  reason === null ? { kept: [mention], dropped: [] } : { kept: [], dropped: [{ mention, reason }] };

const NOT_BODIES = (party: PartyMention) => party.type !== "organization";

/** "The text of the following statement was released by the Governments of A and B." in the first sentences. */
function introducedStatement(context: FrameContext): Framed | null {
  const { doc } = context;
  for (const sentence of doc.sentences.slice(0, 4)) {
    const words = doc.tokens.slice(sentence.from, sentence.to);
    const introduces =
      words.some((token) => token.lower === "following") &&
      words.some((token) => STATEMENT.test(token.lower)) &&
      words.some((token) => ISSUED.test(token.lower));
    if (!introduces) continue;
    const by = words.find(
      (token) =>
        /^(?:by|of|between|from)$/u.test(token.lower) &&
        listFrom(context, token.index + 1, sentence.to).length >= 2,
    );
    const parties = distinct(
      by ? listFrom(context, by.index + 1, sentence.to) : within(context.parties, sentence.from, sentence.to),
    ).filter(NOT_BODIES);
    if (parties.length < 2) return null;
    const anchor = words.find((token) => STATEMENT.test(token.lower));
    const told = statementBy(context, sentence, { rule: "statement-text", parties, anchor });
    return judged(told, objectionTo(doc.title, parties));
  }
  return null;
}

const TITLED =
  /\bjoint\b[^.]{0,200}\b(?:statement|declaration|communiqu[eé]|vision)|\b(?:leaders|ministers|ministerial)\b[^.]{0,200}\b(?:statement|declaration|communiqu[eé])|\b(?:statement|declaration|communiqu[eé]) (?:of|by|between|from)\b/iu;

/** A headline that tells of a statement: the document is a report. */
const REPORTED = /\b(?:signs?|signed|adopts?|adopted|issues?|issued|agrees?|agreed)\b/iu;

/** Where the headline goes over from who speaks to what about. */
const TOPIC = /\b(?:on|regarding|about|concerning|addressing|to)\b/iu;

const namesJointly = (title: string) => /\bjoint\b|\bleaders\b|\bministerial\b/iu.test(title);

const topicOf = (title: string): string => {
  const cut = title.search(TOPIC);
  return cut < 0 ? "" : title.slice(cut);
};

/** People in office whom the headline names: "President Biden and President von der Leyen". */
function titledPeople(context: FrameContext, title: string): PartyMention[] {
  const words = new Set(title.match(/[\p{L}’'-]+/gu));
  return context.parties.filter((party) => {
    const name = context.doc.text.slice(party.start, party.end).split(/\s+/u).at(-1) ?? "";
    return party.form === "person" && words.has(name);
  });
}

/** A headline that calls the document itself a statement of several states: "Joint Statement of A and B". */
function titledStatement(context: FrameContext): Framed | null {
  const { doc } = context;
  const first = doc.sentences[0];
  if (!first || !TITLED.test(doc.title) || REPORTED.test(doc.title)) return null;
  const topic = topicOf(doc.title);
  const head = new Set(readTitlePlaces(doc.title.slice(0, doc.title.length - topic.length)));
  const named = distinct([...context.headline, ...titledPeople(context, doc.title)]).filter(NOT_BODIES);
  const speaks = named.filter((party) => party.key !== context.speaker || titleNames(doc.title, context));
  const leading = speaks.filter((party) => head.has(party.key) || party.form === "person");
  const opening = distinct(
    doc.sentences
      .slice(0, 2)
      .flatMap((sentence) => offeredParties(context, sentence.from, sentence.to))
      .filter(({ preposition }) => /^(?:|by|of|between|and)$/u.test(preposition))
      .map(({ party }) => party),
  ).filter(NOT_BODIES);
  const parties = [leading, opening, speaks].find((list) => list.length >= 2);
  if (!parties) return null;
  const told = statementBy(context, first, { rule: "statement-title", parties, anchor: undefined });
  return judged(told, objectionTo(doc.title, parties));
}

/** A position on a third country, or one official's statement on a deal of others, binds nobody. */
function objectionTo(title: string, parties: readonly PartyMention[]): string | null {
  if (TITLED.test(title) && !namesJointly(title)) return "one side's statement";
  const topic = topicOf(title);
  if (/\bsituation in\b/iu.test(topic)) return "a position on others";
  const keys = new Set(parties.map((party) => party.key));
  const others = readTitlePlaces(topic).filter((code) => !keys.has(code));
  return others.length > 0 ? "a position on others" : null;
}

const titleNames = (title: string, context: FrameContext) =>
  context.speaker === "USA"
    ? /\bU\.?S\.?\b|\bUnited States\b|\bAmerica|\bBiden\b|\bBlinken\b/u.test(title)
    : true;

/**
 * A joint statement printed as the article: introduced ("The text of the following statement was released by …"), or so
 * called by the headline. One a document.
 */
export const frameStatements = (context: FrameContext): Framed =>
  introducedStatement(context) ?? titledStatement(context) ?? { kept: [], dropped: [] };
