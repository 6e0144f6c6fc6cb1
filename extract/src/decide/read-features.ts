import { CUE_WORDS } from "../data/cue-words.ts";
import type { Candidate, DealMention } from "../frame/deal-types.ts";
import { type FrameContext, lowerAt, within } from "../frame/frame-context.ts";
import { triggerClass } from "../frame/read-status.ts";
import type { Sentence, Token } from "../tokenise/document.ts";

/** What is the same for every candidate of a document. */
export interface DocumentFeatures {
  readonly own: readonly string[];
  readonly titleWords: ReadonlySet<string>;
  readonly headline: ReadonlySet<string>;
  /** Candidates in text order, each with its parties as one key. */
  readonly candidates: readonly KeyedCandidate[];
  /** Features of each sentence that holds a candidate. */
  readonly sentences: ReadonlyMap<number, readonly string[]>;
}

interface KeyedCandidate {
  readonly candidate: Candidate;
  readonly parties: string;
}

const GENRES: readonly (readonly [string, RegExp])[] = [
  [
    "joint-statement",
    /\bjoint\b.{0,200}\b(?:statement|declaration|communiqu)|\bleaders[’'] (?:statement|declaration)/u,
  ],
  ["fact-sheet", /\bfact sheet\b/u],
  ["remarks", /\b(?:remarks|interview|briefing|press availability|press conference|testimony|q&a)\b/u],
  ["readout", /\b(?:readout|call with|meeting with|meets with)\b/u],
  ["statement", /\b(?:statement|communiqu)/u],
];

/** Genre of the document and whether a government publishes it: a transcript talks of many deals in passing. */
export function readDocumentFeatures(
  context: FrameContext,
  candidates: readonly Candidate[],
): DocumentFeatures {
  const title = context.doc.title.toLowerCase();
  const genre = GENRES.find(([, pattern]) => pattern.test(title))?.[0] ?? "report";
  const length = context.doc.sentences.length;
  return {
    own: [
      `genre:${genre}`,
      context.speaker ? "publisher:government" : "publisher:press",
      `length:${length < 8 ? "short" : length < 20 ? "middle" : "long"}`,
    ],
    titleWords: new Set(title.match(/\p{L}{4,}/gu)),
    headline: new Set(context.headline.map((party) => party.key)),
    candidates: candidates.map((candidate) => ({ candidate, parties: keysOf(candidate.mention) })),
    sentences: new Map(
      [...new Set(candidates.map(({ mention }) => mention.sentence))].map((index) => {
        const sentence = context.doc.sentences[index];
        return [index, sentence ? sentenceFeatures(context, sentence) : []];
      }),
    ),
  };
}

const bucket = (n: number, most: number) => (n >= most ? `${most}+` : `${n}`);

function tokenAtOrAfter(tokens: readonly Token[], start: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function partyFeatures(
  mention: DealMention,
  document: DocumentFeatures,
  speaker: string | undefined,
): string[] {
  const states = mention.parties.filter((party) => party.type === "country").length;
  const blocs = mention.parties.filter((party) => party.type === "bloc").length;
  const bodies = mention.parties.length - states - blocs;
  const inHeadline = mention.parties.filter((party) => document.headline.has(party.key)).length;
  const share =
    document.headline.size === 0 || inHeadline === 0
      ? "none"
      : inHeadline === mention.parties.length
        ? "all"
        : "some";
  return [
    `countries:${bucket(states, 4)}`,
    `blocs:${bucket(blocs, 2)}`,
    `bodies:${bucket(bodies, 2)}`,
    `all:${bucket(mention.parties.length, 4)}`,
    `headline:${share}`,
    ...(speaker && mention.parties.some((party) => party.key === speaker) ? ["speaker:party"] : []),
  ];
}

function sentenceFeatures(context: FrameContext, sentence: Sentence): string[] {
  const { tokens, sentences } = context.doc;
  const words = new Set<string>();
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const word = lowerAt(tokens, at);
    if (CUE_WORDS.has(word)) words.add(word);
  }
  const place = sentence.index / Math.max(1, sentences.length);
  const named = new Set(within(context.parties, sentence.from, sentence.to).map((party) => party.key)).size;
  const length = sentence.to - sentence.from;
  const text = context.doc.text.slice(sentence.start, sentence.end);
  return [
    ...[...words].map((word) => `cue:${word}`),
    `sentence:${sentence.index === 0 ? "first" : sentence.index < 3 ? "lead" : place < 0.5 ? "middle" : "late"}`,
    `names:${bucket(named, 4)}`,
    `words:${length < 12 ? "few" : length < 40 ? "some" : "many"}`,
    ...(within(context.money, sentence.from, sentence.to).length > 0 ? ["sentence:money"] : []),
    ...(within(context.dates, sentence.from, sentence.to).length > 0 ? ["sentence:date"] : []),
    ...(/[“"]/u.test(text) ? ["sentence:quote"] : []),
    ...(text.includes("?") ? ["sentence:question"] : []),
    ...(/\b(?:we|our|I)\b/u.test(text) ? ["sentence:we"] : []),
  ];
}

function nearbyFeatures(context: FrameContext, mention: DealMention, sentence: Sentence): string[] {
  const { tokens } = context.doc;
  const at = tokenAtOrAfter(tokens, mention.start);
  const end = tokenAtOrAfter(tokens, mention.end);
  const found: string[] = [];
  const before = lowerAt(tokens, at - 1);
  const after = lowerAt(tokens, end);
  if (at > sentence.from) found.push(`before:${before}`);
  found.push(`after:${after}`);
  for (let index = Math.max(sentence.from, at - 10); index < at; index += 1) {
    const token = tokens[index];
    const told = token ? triggerClass(token) : undefined;
    if (told) found.push(`verb-before:${told}`);
  }
  for (let index = end; index < Math.min(sentence.to, end + 10); index += 1) {
    const token = tokens[index];
    const told = token ? triggerClass(token) : undefined;
    if (told) found.push(`verb-after:${told}`);
  }
  return found;
}

const slug = (reason: string) => reason.replace(/[\d.]+/gu, "#").replace(/[^a-z#]+/gu, "-");

/** Has the document told of these parties, or by this rule, before? Later ones are often shares, totals or echoes. */
function orderFeatures(mention: DealMention, document: DocumentFeatures): string[] {
  const parties = keysOf(mention);
  const amounts = new Set(mention.values.map((value) => value.start));
  let sameRule = 0;
  let sameParties = 0;
  let inSentence = 0;
  const found = new Set<string>();
  for (const { candidate, parties: others } of document.candidates) {
    const other = candidate.mention;
    const kept = candidate.objection === null;
    if (other === mention || other.start > mention.start || (other.start === mention.start && !kept))
      continue;
    if (other.rule === mention.rule) sameRule += 1;
    if (others === parties) {
      sameParties += 1;
      if (kept) found.add("kept-before");
      if (kept && other.kind === mention.kind) found.add("kept-before:kind");
    }
    if (other.sentence !== mention.sentence) continue;
    inSentence += 1;
    if (kept) found.add("in-sentence:kept");
    if (other.values.some((value) => amounts.has(value.start))) found.add("in-sentence:same-money");
  }
  return [
    `nth-of-rule:${bucket(sameRule, 3)}`,
    `told-before:${bucket(sameParties, 3)}`,
    `in-sentence:${bucket(inSentence, 2)}`,
    ...found,
  ];
}

const keysOf = (mention: DealMention) =>
  mention.parties
    .map((party) => party.key)
    .sort()
    .join(" ");

/** Named features of a candidate: how it is told, by whom, where in what document, and what the rules say of it. */
export function readFeatures(
  context: FrameContext,
  candidate: Candidate,
  document: DocumentFeatures,
): string[] {
  const { mention, objection } = candidate;
  const sentence = context.doc.sentences[mention.sentence];
  if (!sentence) return [];
  const told = mention.rungs[0];
  const status = told?.status ?? "none";
  const base = [
    `rule:${mention.rule}`,
    `says:${objection === null ? "keep" : slug(objection)}`,
    ...(objection === null ? [] : ["objected"]),
    `kind:${mention.kind}`,
    `status:${status}`,
    `${mention.rule}|${status}`,
    `${mention.kind}|${status}`,
    ...(told?.assumed ? ["status:assumed"] : []),
    ...(told?.date ? ["dated"] : []),
    ...(mention.values.length > 0 ? ["valued"] : []),
    ...(mention.count !== null ? ["counted"] : []),
    ...(mention.definite ? ["definite"] : []),
    ...(mention.name ? ["proper"] : []),
    `sure:${Math.round(mention.confidence * 5)}`,
  ];
  const anchor = context.doc.text.slice(mention.start, mention.end).toLowerCase();
  const inTitle = anchor.split(/\s+/u).some((word) => document.titleWords.has(word));
  const features = [
    ...base,
    ...mention.features,
    ...(inTitle ? ["title:anchor"] : []),
    ...document.own,
    ...document.own.slice(0, 1).map((genre) => `${genre}|${mention.rule}`),
    ...partyFeatures(mention, document, context.speaker),
    ...(document.sentences.get(mention.sentence) ?? []),
    ...orderFeatures(mention, document),
    ...nearbyFeatures(context, mention, sentence),
  ];
  return [...new Set(features)];
}
