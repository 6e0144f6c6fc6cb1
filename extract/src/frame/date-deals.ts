import type { AgreementStatus } from "@entente/graph-schema";
import type { DateMention } from "../mention/mention-types.ts";
import type { Doc, Sentence } from "../tokenise/document.ts";
import type { Deal, Rung } from "./deal-types.ts";
import { lowerAt, within } from "./frame-context.ts";
import { isOfDeal } from "./read-slots.ts";

/** What is read to date a deal: the document, its dates, and whether a government speaks in it. */
interface DatedDocument {
  readonly doc: Doc;
  readonly dates: readonly DateMention[];
  readonly speaker: string | undefined;
}

/** How far before publication a story lies at most, in days. */
const STORY_DAYS = 10;
const DAY_MS = 86_400_000;

/** Sentences at the start that tell when the story happened. */
const LEAD = 3;

/** Sentences that are news even in the perfect tense: "China and Kazakhstan have signed". */
const OPENING = 2;

const HAPPENS: ReadonlySet<AgreementStatus> = new Set(["signed", "agreed", "ended", "suspended"]);
const AHEAD: ReadonlySet<AgreementStatus> = new Set(["proposed", "negotiating"]);

/** Verbs by which an offer or talks become news of a day. */
const ANNOUNCES =
  /^(?:announc(?:e|es|ed|ing)|unveiled|proposed|offered|launched|began|begun|begin|opened|started|applied)$/u;

/** Words that put a sentence before the story, so that its day is not theirs. */
const BACKGROUND =
  /^(?:previously|earlier|already|since|ago|former|formerly|recalled|recalling|anniversary|historically|originally|last|past|previous|recent)$/u;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A rung, and the character where the words that tell the deal end. */
interface ToldRung {
  readonly rung: Rung;
  readonly end: number;
}

/** The day that the story tells of: the first day named in its opening, not long before publication. */
function storyDay({ doc, dates }: DatedDocument): DateMention | null {
  const published = doc.published?.precision === "day" ? doc.published.earliest : null;
  if (published === null) return null;
  const floor = Date.parse(published) - STORY_DAYS * DAY_MS;
  return (
    dates.find(
      (date) =>
        date.date.precision === "day" &&
        date.date.earliest <= published &&
        Date.parse(date.date.earliest) >= floor &&
        date.from < (doc.sentences[LEAD]?.from ?? Infinity) &&
        isOfDeal(doc.tokens, date),
    ) ?? null
  );
}

/** A day or month told anywhere in the sentence, not after publication. */
function dayInSentence({ doc, dates }: DatedDocument, sentence: Sentence): DateMention | null {
  const latest = doc.published?.latest ?? "";
  const told = within(dates, sentence.from, sentence.to).filter(
    ({ date }) =>
      (date.precision === "day" || date.precision === "month") && (latest === "" || date.earliest <= latest),
  );
  const usable = told.filter((date) => isOfDeal(doc.tokens, date));
  return usable.length === 1 ? (usable[0] ?? null) : null;
}

/** Do the words before the deal's own put it before the story? What follows them is about something else. */
function isBackground({ doc, dates }: DatedDocument, { from, to }: Stretch): boolean {
  const year = doc.published?.earliest.slice(0, 4) ?? "";
  const older = within(dates, from, to).some(({ date }) => date.latest.slice(0, 4) < year);
  const overTime = (at: number) =>
    lowerAt(doc.tokens, at) === "over" && lowerAt(doc.tokens, at + 1) === "the";
  return (
    older || doc.tokens.slice(from, to).some(({ lower, index }) => BACKGROUND.test(lower) || overTime(index))
  );
}

/** "has signed", "have provided": news where a story opens, background where it goes on. */
function isPerfect({ doc }: DatedDocument, { from, to }: Stretch): boolean {
  return doc.tokens.slice(from, to).some((token) => /^(?:has|have|had)$/u.test(token.lower));
}

/** First token of a sentence that starts at or after a character. */
const tokenAt = (doc: Doc, sentence: Sentence, start: number): number =>
  doc.tokens.slice(sentence.from, sentence.to).find((token) => token.start >= start)?.index ?? sentence.to;

/** Is what the sentence tells of the document's own day? */
function isNews(document: DatedDocument, { rung, end }: ToldRung, sentence: Sentence): boolean {
  const { doc } = document;
  const before = { from: sentence.from, to: tokenAt(doc, sentence, end) };
  const words = doc.tokens.slice(sentence.from, sentence.to);
  const announced = words.some((token) => ANNOUNCES.test(token.lower));
  if (!(HAPPENS.has(rung.status) || (AHEAD.has(rung.status) && announced))) return false;
  return !isBackground(document, before) && (sentence.index < OPENING || !isPerfect(document, before));
}

/** The publication's day as a date told by a whole sentence. */
const publicationOf = (doc: Doc, { from, to, start, end }: Sentence): DateMention | null =>
  doc.published?.precision === "day"
    ? { type: "date", date: doc.published, iso: doc.published.earliest, from, to, start, end }
    : null;

/** "the treaty of 1951", "the 2012 agreement": when an instrument at work was made, if its name says so. */
function dateInName({ doc, dates }: DatedDocument, deal: Deal): DateMention | null {
  const { tokens } = doc;
  const beside = dates.filter(
    ({ date }) => date.precision === "day" || date.precision === "month" || date.precision === "year",
  );
  const after = beside.find(
    ({ from }) =>
      (tokens[from - 1]?.lower === "of" && tokens[from - 2]?.end === deal.end) ||
      (tokens[from - 1]?.lower === "(" && tokens[from - 2]?.end === deal.end),
  );
  const before = beside.find(({ end, to, date }) => {
    const gap = tokens.slice(to, to + NAME_WORDS);
    return date.precision === "year" && end < deal.start && gap.some((token) => token.start === deal.start);
  });
  return after ?? before ?? null;
}

/** Words between a year and the noun it dates, at most: "the 1951 Mutual Defense Treaty". */
const NAME_WORDS = 4;

/** "has been in operation since July 2022": since when it is at work. */
function workingSince({ doc, dates }: DatedDocument, deal: Deal): DateMention | null {
  const sentence = doc.sentences[deal.sentence];
  if (!sentence) return null;
  const told = within(dates, tokenAt(doc, sentence, deal.end), sentence.to);
  return told.find(({ from }) => doc.tokens[from - 1]?.lower === "since") ?? null;
}

/** Dates an instrument at work: since when, else when it was signed, which is a rung of its own. */
function dateInForce(document: DatedDocument, deal: Deal): Deal {
  const since = workingSince(document, deal);
  const at = deal.rungs.findIndex((rung) => rung.status === "in-force");
  if (since) {
    const rungs = deal.rungs.map((rung, index) => (index === at ? { ...rung, date: since } : rung));
    return { ...deal, rungs, date: since };
  }
  const made = dateInName(document, deal);
  if (!made) return deal;
  const signed: Rung = { status: "signed", date: made, sentence: deal.sentence };
  return { ...deal, rungs: [signed, ...deal.rungs], date: made };
}

function dateDeal(document: DatedDocument, deal: Deal): Deal {
  if (deal.status === "in-force" && deal.date === null) return dateInForce(document, deal);
  const at = deal.rungs.findIndex((rung) => rung.status === deal.status);
  const rung = deal.rungs[at];
  const sentence = document.doc.sentences[rung?.sentence ?? -1];
  if (deal.date !== null || !rung || rung.assumed || !sentence) return deal;
  const news = isNews(document, { rung, end: deal.end }, sentence);
  const told =
    (AHEAD.has(rung.status) ? null : dayInSentence(document, sentence)) ?? (news ? storyDay(document) : null);
  if (told) {
    const rungs = deal.rungs.map((other, index) => (index === at ? { ...rung, date: told } : other));
    return { ...deal, rungs, date: told };
  }
  // Only the deal takes the publication's day: a rung without a date is dated by the graph, which says so.
  const published = document.speaker !== undefined || sentence.index < OPENING;
  return news && published ? { ...deal, date: publicationOf(document.doc, sentence) } : deal;
}

/**
 * Dates deals whose clause tells no day: by another date of the sentence, by the day that the story tells of, or, in a
 * government's own release and at the head of a report, by the day of publication.
 */
export const dateDeals = (document: DatedDocument, deals: readonly Deal[]): Deal[] =>
  deals.map((deal) => dateDeal(document, deal));
