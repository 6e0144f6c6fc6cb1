import type { ArticleAnalysis, Proposal } from "../analyze-article.ts";
import type { Deal, DealParty, Dropped, Rung } from "../frame/deal-types.ts";
import type { Span } from "../tokenise/split-sentences.ts";
import { findFault } from "../verify/verify-deals.ts";
import { alignQuote, prepareSource, type QuoteSource } from "./align-quote.ts";
import { checkParties } from "./check-parties.ts";
import { checkAmounts, checkCount, checkDate } from "./check-slots.ts";
import type { ModelAnswer, ModelDeal } from "./model-answer.ts";

/** Confidence of a deal whose quotes, parties and figures all checked out. Not calibrated: it depends on the model. */
const FULL_CONFIDENCE = 0.7;
/** Taken off for each quote, party or sum that the text did not bear out: the rest of the answer is less believable. */
const REFUSAL_COST = 0.1;
const LEAST_CONFIDENCE = 0.3;

interface Reading {
  readonly proposal: Proposal;
  readonly source: QuoteSource;
  /** Offsets that anchor a deal already: two deals of one sentence must not become one. */
  readonly anchors: Set<number>;
}

/** What a model says, as far as the text bears it out: deals with the source's own spans, and what was refused and why. */
export function checkAnswer(proposal: Proposal, answer: ModelAnswer): ArticleAnalysis {
  const { found } = proposal;
  const reading = { proposal, source: prepareSource(found.doc.text), anchors: new Set<number>() };
  const deals: Deal[] = [];
  const dropped: Dropped[] = [];
  const told = new Set<string>();
  for (const modelDeal of answer.deals) {
    const { deal, fault } = readDeal(reading, modelDeal);
    const reason = fault ?? findFault(found.doc, deal) ?? (told.has(keyOf(deal)) ? "told twice" : null);
    if (reason !== null) dropped.push({ mention: deal, reason });
    else {
      told.add(keyOf(deal));
      reading.anchors.add(deal.start);
      deals.push(deal);
    }
  }
  return { ...found, deals, dropped };
}

const keyOf = ({ kind, status, parties, values, sentences }: Deal): string =>
  JSON.stringify([
    kind,
    status,
    parties.map(({ key }) => key).sort(),
    values.map(({ start }) => start),
    sentences,
  ]);

function readDeal(
  reading: Reading,
  modelDeal: ModelDeal,
): { readonly deal: Deal; readonly fault: string | null } {
  const { found } = reading.proposal;
  const aligned = modelDeal.quotes.map((quote) => alignQuote(reading.source, quote));
  const spans = aligned.flatMap((quote) => quote ?? []);
  const invented = modelDeal.quotes.filter((_, at) => aligned[at] === null);
  const sentences = sentencesOf(reading, spans);
  // A quote may be cut in the middle of its sentence; parties and figures count from the whole of it.
  const whole = sentences.flatMap((index) => found.doc.sentences[index] ?? []);
  const parties = checkParties(modelDeal.parties, found, whole);
  const amounts = checkAmounts(modelDeal.amounts, found, whole);
  const refused = [
    ...invented.map((quote) => `quote not in the text: "${quote.slice(0, 80)}"`),
    ...parties.refused.map((name) => `party not in the quote: ${name.slice(0, 80)}`),
    ...amounts.refused.map((words) => `sum not in the quote: ${words.slice(0, 80)}`),
  ];
  const date = checkDate(modelDeal.statusDate, found, whole);
  const [first = 0] = sentences;
  const rung: Rung = { status: modelDeal.status, date, sentence: first };
  const deal: Deal = {
    rule: "llm",
    sentence: first,
    ...anchorOf(reading, spans, parties.kept),
    kind: modelDeal.kind,
    rungs: [rung],
    status: rung.status,
    date,
    parties: parties.kept,
    values: amounts.kept,
    count: checkCount(modelDeal.count, found, whole),
    sectors: [...new Set(modelDeal.sectors)],
    definite: false,
    name: "",
    topic: "",
    confidence: Math.max(LEAST_CONFIDENCE, FULL_CONFIDENCE - REFUSAL_COST * refused.length),
    features: refused,
    sentences,
  };
  const fault =
    spans.length === 0 || parties.kept.length === 0
      ? (refused.join("; ") || "nothing of it is in the text").slice(0, 500)
      : contradictionOf(reading, spans);
  return { deal, fault };
}

/** What the text itself says against a deal, by the rules; no model outweighs it. */
const CONTRADICTIONS = new Set(["denied", "hypothetical"]);

/** The rules' objection, where they find it at everything in the quote that could be a deal. */
function contradictionOf({ proposal }: Reading, spans: readonly Span[]): string | null {
  const there = proposal.candidates.filter(({ mention }) =>
    spans.some((span) => mention.start >= span.start && mention.end <= span.end),
  );
  const [first] = there;
  if (!first?.objection) return null;
  return there.every(({ objection }) => objection !== null && CONTRADICTIONS.has(objection))
    ? first.objection
    : null;
}

function sentencesOf({ proposal }: Reading, spans: readonly Span[]): number[] {
  return proposal.found.doc.sentences
    .filter((sentence) => spans.some((span) => span.start < sentence.end && span.end > sentence.start))
    .map(({ index }) => index);
}

/** The words that name the deal: those that the rules would choose, else the first of the quote that no other deal has. */
function anchorOf(
  { proposal, anchors }: Reading,
  spans: readonly Span[],
  parties: readonly DealParty[],
): Span {
  const free = ({ start, end }: Span): boolean =>
    !anchors.has(start) && spans.some((span) => start >= span.start && end <= span.end);
  const keys = new Set(parties.map(({ key }) => key));
  const shared = (mention: { readonly parties: readonly DealParty[] }): number =>
    mention.parties.filter(({ key }) => keys.has(key)).length;
  const [best] = proposal.candidates
    .map(({ mention }) => mention)
    .filter(free)
    .sort((a, b) => shared(b) - shared(a) || a.start - b.start);
  const chosen = best ?? proposal.found.doc.tokens.find((token) => /\p{L}/u.test(token.text) && free(token));
  return chosen ? { start: chosen.start, end: chosen.end } : { start: 0, end: 0 };
}
