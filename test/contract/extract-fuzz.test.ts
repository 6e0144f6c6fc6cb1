import { cpuUsage } from "node:process";
import {
  analyzeArticle,
  explainAnalysis,
  normalizeText,
  summarizeArticle,
  toFactBatch,
} from "@entente/extract";
import {
  AGREEMENT_KINDS,
  AGREEMENT_STATUSES,
  factBatchSchema,
  findBloc,
  findCountry,
  SECTORS,
  type FactBatch,
} from "@entente/graph-schema";
import { loadBriefs } from "@entente/seed";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readLabelledArticles } from "../regression/labelled-articles.ts";

/** ENTENTE_FUZZ_TEXTS=10000 runs a long one by hand; as many take too long beside all other tests. */
const TEXTS = Number(process.env.ENTENTE_FUZZ_TEXTS ?? 1_000);
const SEED = Number(process.env.ENTENTE_FUZZ_SEED ?? 20_261_127);
/** Most processor time for one text. */
const MAX_SECONDS = 1;

const TEXTS_TO_MUTATE = [...loadBriefs(), ...readLabelledArticles("own")].map(({ text }) => text);

/** What a text may be made of besides its words. */
const ODDITIES = [
  "\u0000",
  "\u00AD",
  "\u200B",
  "\u202E",
  "\uFEFF",
  "\uFFFD",
  "\uD800",
  "\uDFFF",
  "\u{1F91D}",
  "\u{1D7D8}",
  "e\u0301\u0301\u0301",
  "ﬁ",
  "İ",
  "ſ",
  "\u2028",
  "\r",
  "\u0085",
  "٣٤",
  "２０１５",
  "½",
  "…",
  "“",
  "’",
  "--",
  "—",
  "$",
  "€",
  "₹",
  "¥",
  "%",
  "(",
  "[",
  "{",
  ")",
  "&amp;",
  "<b>",
  "\\",
  "%s",
  "__proto__",
  "constructor",
  "toString",
  "U.S.",
  "Art.",
  "and",
  "not",
  "will",
  "signed",
  "the two sides",
  "Korea",
  "EU",
  "$1.2bn",
  "Rs 7 lakh crore",
  "30 February 2021",
  "99/99/9999",
  "Q5 2020",
  "-5 million euros",
  "1e309",
  "Infinity",
  "NaN",
] as const;

const at = fc.double({ min: 0, max: 1, noNaN: true });
/** Changes of a text, each small enough to be shrunk. */
const mutation = fc.oneof(
  fc.record({
    type: fc.constant("delete" as const),
    from: at,
    share: fc.double({ min: 0, max: 0.5, noNaN: true }),
  }),
  fc.record({ type: fc.constant("insert" as const), from: at, piece: fc.constantFrom(...ODDITIES) }),
  fc.record({ type: fc.constant("splice" as const), from: at, other: fc.nat(), cut: at }),
  fc.record({
    type: fc.constant("repeat" as const),
    from: at,
    length: fc.integer({ min: 1, max: 60 }),
    times: fc.integer({ min: 2, max: 40 }),
  }),
  fc.record({ type: fc.constant("digits" as const), from: at, length: fc.integer({ min: 1, max: 3_000 }) }),
  fc.record({
    type: fc.constant("brackets" as const),
    from: at,
    depth: fc.integer({ min: 1, max: 1_000 }),
    mark: fc.constantFrom("()", "[]", "“”", "(("),
  }),
  fc.record({ type: fc.constant("joined" as const) }),
  fc.record({ type: fc.constant("capitals" as const) }),
  fc.record({ type: fc.constant("shuffled" as const), step: fc.integer({ min: 2, max: 30 }) }),
  fc.record({
    type: fc.constant("noise" as const),
    from: at,
    text: fc.string({ unit: "binary", maxLength: 30 }),
  }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(text: string, change: Mutation): string {
  const place = Math.floor(text.length * ("from" in change ? change.from : 0));
  const [before, after] = [text.slice(0, place), text.slice(place)];
  switch (change.type) {
    case "delete":
      return before + after.slice(Math.floor(after.length * change.share));
    case "insert":
      return before + change.piece + after;
    case "splice": {
      const other = TEXTS_TO_MUTATE[change.other % TEXTS_TO_MUTATE.length] ?? "";
      return before + other.slice(Math.floor(other.length * change.cut));
    }
    case "repeat":
      return before + after.slice(0, change.length).repeat(change.times) + after;
    case "digits":
      return before + "9".repeat(change.length) + after;
    case "brackets": {
      const [open = "", close = ""] = change.mark;
      return (
        before + open.repeat(change.depth) + after.slice(0, 20) + close.repeat(change.depth) + after.slice(20)
      );
    }
    case "joined":
      return text.replace(/[\n.]/gu, " ");
    case "capitals":
      return text.toUpperCase();
    case "shuffled": {
      const words = text.split(" ");
      return words.map((_, index) => words[(index * change.step) % words.length] ?? "").join(" ");
    }
    case "noise":
      return before + change.text + after;
  }
}

const mutated = fc
  .record({ which: fc.nat(), changes: fc.array(mutation, { minLength: 1, maxLength: 4 }) })
  .map(({ which, changes }) => changes.reduce(mutate, TEXTS_TO_MUTATE[which % TEXTS_TO_MUTATE.length] ?? ""));

const TERMS: Readonly<Record<string, readonly string[]>> = {
  kind: AGREEMENT_KINDS,
  status: AGREEMENT_STATUSES,
  sector: SECTORS,
};

function expectSound({ document, mentions, facts }: FactBatch): void {
  if (document.type !== "article") throw new Error("got a data set, expected an article");
  const locals = new Set(mentions.map(({ local }) => local));
  expect(locals.size).toBe(mentions.length);
  for (const mention of mentions) {
    if (mention.type === "country") expect(findCountry(mention.code)).toBeDefined();
    if (mention.type === "bloc") expect(findBloc(mention.code)).toBeDefined();
  }
  for (const { subject, property, value, evidence } of facts) {
    expect(locals).toContain(subject);
    if (value.type === "mention") expect(locals).toContain(value.mention);
    if (value.type === "term") expect(TERMS[property]).toContain(value.term);
    if (!("start" in evidence)) throw new Error("got a row, expected a span");
    expect(evidence.start).toBeGreaterThanOrEqual(0);
    expect(evidence.end).toBeLessThanOrEqual(document.text.length);
    expect(document.text.slice(evidence.start, evidence.end).trim()).not.toBe("");
  }
}

test(
  `${TEXTS} mutated texts are read without a fault, in time, with exact quotes and known words`,
  { timeout: 3_600_000 },
  () => {
    fc.assert(
      fc.property(mutated, fc.option(fc.constantFrom("2015-12-17", "2021", "1999-02")), (text, published) => {
        const before = cpuUsage();
        const article = { title: text.slice(0, 80), text, ...(published ? { published } : {}) };
        const analysis = analyzeArticle(article);
        const batch = toFactBatch(analysis);
        const { user, system } = cpuUsage(before);
        expect((user + system) / 1e6).toBeLessThan(MAX_SECONDS);
        expect(factBatchSchema.safeParse(batch).error).toBeUndefined();
        expect(analysis.doc.text).toBe(normalizeText(text));
        expectSound(batch);
        for (const { evidence } of summarizeArticle("a", analysis).deals)
          for (const quote of evidence) expect(analysis.doc.text).toContain(quote);
        expect(explainAnalysis(analysis)).toContain("deal");
      }),
      { seed: SEED, numRuns: TEXTS },
    );
  },
);
