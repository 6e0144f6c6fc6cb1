import { parseIsoDate, type Fact, type FactBatch, type Mention } from "@entente/graph-schema";

/** Articles of our own: invented, except that countries and blocs are real. */
export const PIPELINE = {
  title: "Kazakhstan and China sign pipeline deal",
  text: [
    "ASTANA - Kazakhstan and China signed a memorandum of understanding on a gas pipeline worth $1.2 billion on 5 March 2019.",
    "The two governments also signed a loan agreement worth $300 million on the same day, officials said.",
  ].join("\n\n"),
  published: "2019-03-06",
  publisher: "Example Gazette",
  url: "https://example.org/pipeline",
} as const;

export const TRADE = {
  title: "Brazil and India sign trade agreement",
  text: "BRASILIA - Brazil and India signed a trade agreement on 14 May 2021. The two countries will cut tariffs on farm goods.",
  published: "2021-05-15",
} as const;

const RAILWAY = {
  title: "Russia and Kazakhstan agree on a railway",
  text: "MOSCOW - Russia and Kazakhstan signed an agreement on building a railway worth 2 billion rubles on 9 June 2020.",
  published: "2020-06-10",
} as const;

interface Deal {
  /** Which sentence of the text states it, counted by paragraph. */
  readonly paragraph: number;
  readonly parties: readonly [string, string];
  readonly kind: string;
  readonly on: string;
  readonly money?: { readonly amount: string; readonly currency: string };
}

/** The facts of an article, written by hand: what the API shows must not hang on what the extractor finds. */
function batchOf(
  article: typeof PIPELINE | typeof TRADE | typeof RAILWAY,
  deals: readonly Deal[],
): FactBatch {
  const { published, ...rest } = article;
  const date = parseIsoDate(published);
  const paragraphs = article.text.split("\n\n");
  const codes = [...new Set(deals.flatMap(({ parties }) => parties))];
  const mentions: Mention[] = codes.map((code) => ({ local: `country:${code}`, type: "country", code }));
  const facts = deals.flatMap(({ paragraph, parties, kind, on, money }): Fact[] => {
    const start = article.text.indexOf(paragraphs[paragraph] ?? "");
    const evidence = { start, end: start + (paragraphs[paragraph]?.length ?? 0) };
    const subject = `agreement:${start}`;
    mentions.push({ local: subject, type: "agreement" });
    const validOn = parseIsoDate(on);
    const fact = (property: Fact["property"], value: Fact["value"]): Fact => ({
      subject,
      property,
      value,
      evidence,
      confidence: 0.9,
    });
    return [
      fact("name", { type: "text", text: `${parties.join(" and ")} ${kind}` }),
      fact("kind", { type: "term", term: kind }),
      { ...fact("status", { type: "term", term: "signed" }), ...(validOn && { validOn }) },
      ...parties.map((code) => fact("party", { type: "mention", mention: `country:${code}`, role: "party" })),
      ...(money
        ? [fact("amount", { type: "money", money: { ...money, role: "stated", hedge: "exact" } as const })]
        : []),
    ];
  });
  return {
    document: { type: "article", language: "en", ...rest, ...(date && { published: date }) },
    mentions,
    facts,
    producer: "person:test",
  };
}

export const BATCHES: readonly FactBatch[] = [
  batchOf(PIPELINE, [
    {
      paragraph: 0,
      parties: ["CHN", "KAZ"],
      kind: "memorandum",
      on: "2019-03-05",
      money: { amount: "1200000000", currency: "USD" },
    },
    {
      paragraph: 1,
      parties: ["CHN", "KAZ"],
      kind: "loan",
      on: "2019-03-05",
      money: { amount: "300000000", currency: "USD" },
    },
  ]),
  batchOf(TRADE, [{ paragraph: 0, parties: ["BRA", "IND"], kind: "trade-agreement", on: "2021-05-14" }]),
  batchOf(RAILWAY, [
    {
      paragraph: 0,
      parties: ["RUS", "KAZ"],
      kind: "agreement",
      on: "2020-06-09",
      money: { amount: "2000000000", currency: "RUB" },
    },
  ]),
];
