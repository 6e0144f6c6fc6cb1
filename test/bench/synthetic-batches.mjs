import { seededRandom } from "./seeded-random.mjs";

/** Codes that take part in the invented deals; skewed, as the world is: the first is in one deal of eight. */
const COUNTRIES = [
  "CHN",
  "KAZ",
  "FRA",
  "DEU",
  "IND",
  "BRA",
  "ZAF",
  "KEN",
  "EGY",
  "TUR",
  "VNM",
  "IDN",
  "MEX",
  "POL",
];
const KINDS = ["memorandum", "treaty", "loan", "grant", "contract", "trade-agreement"];
const DEALS_PER_DOCUMENT = 3;

const day = (text) => ({ text, precision: "day", earliest: text, latest: text });

function* dealFacts({ random, number, text, start }) {
  const deal = `agreement:${start}`;
  const evidence = { start, end: text.indexOf(".", start) + 1 };
  const fact = (property, value, more = {}) => ({
    subject: deal,
    property,
    value,
    evidence,
    confidence: 0.8,
    ...more,
  });
  const pick = (from) => from[Math.floor(random() * from.length)];
  const first = random() < 0.125 ? COUNTRIES[0] : pick(COUNTRIES);
  const second = pick(COUNTRIES.filter((code) => code !== first));
  const on = day(
    `${1990 + Math.floor(random() * 35)}-${10 + Math.floor(random() * 3)}-${10 + Math.floor(random() * 19)}`,
  );
  yield fact("name", { type: "text", text: `Invented deal ${number}` });
  yield fact("kind", { type: "term", term: pick(KINDS) });
  yield fact("status", { type: "term", term: "signed" }, { validOn: on });
  for (const code of [first, second]) yield fact("party", { type: "mention", mention: `country:${code}` });
  const money = { amount: String(1_000_000 + number), currency: "USD", role: "stated", hedge: "exact" };
  yield fact("amount", { type: "money", money });
}

/** `count` invented articles of three deals each, ready for ingest. */
export function syntheticBatches(count) {
  const random = seededRandom(20260101);
  return Array.from({ length: count }, (_, index) => {
    const numbers = Array.from(
      { length: DEALS_PER_DOCUMENT },
      (_each, deal) => index * DEALS_PER_DOCUMENT + deal,
    );
    const sentences = numbers.map((number) => `Two parties signed invented deal ${number} worth dollars.`);
    const text = sentences.join(" ");
    const starts = sentences.map((sentence) => text.indexOf(sentence));
    const facts = numbers.flatMap((number, at) => [
      ...dealFacts({ random, number, text, start: starts[at] }),
    ]);
    const codes = new Set(
      facts.flatMap(({ value }) => (value.type === "mention" ? [value.mention.slice(8)] : [])),
    );
    return {
      document: { type: "article", text, title: `Invented article ${index}`, language: "en" },
      mentions: [
        ...starts.map((start) => ({ local: `agreement:${start}`, type: "agreement" })),
        ...[...codes].map((code) => ({ local: `country:${code}`, type: "country", code })),
      ],
      facts,
      producer: "bench@1",
    };
  });
}
