import type { AgreementStatus } from "@entente/graph-schema";
import type { ArticleAnalysis } from "../analyze-article.ts";
import type { Deal, DealParty } from "../frame/deal-types.ts";
import type { MoneyMention } from "../mention/mention-types.ts";

export interface SummaryMoney {
  readonly amount: number;
  readonly currency: string;
}

/** One deal in the shape that the corpus scorer reads; `suspended` is written as `ended`. */
export interface DealSummary {
  readonly parties: readonly string[];
  readonly kind: string;
  readonly status: Exclude<AgreementStatus, "suspended">;
  readonly date: string | null;
  readonly values: readonly SummaryMoney[];
  readonly count: number | null;
  readonly sectors: readonly string[];
  readonly evidence: readonly string[];
}

/** One article in the shape that the corpus scorer reads. */
export interface ArticleSummary {
  readonly id: string;
  readonly deals: readonly DealSummary[];
  readonly countries: readonly string[];
  readonly blocs: readonly string[];
  readonly people: readonly string[];
  readonly money: readonly SummaryMoney[];
}

/** A range lists both ends. */
const amountsOf = (money: MoneyMention): SummaryMoney[] =>
  [money.amount, ...(money.upTo ? [money.upTo] : [])].map((amount) => ({
    amount: Number(amount),
    currency: money.currency,
  }));

/** The date at the coarsest precision that is still true of all its days. */
function dateText(deal: Deal): string | null {
  const date = deal.date?.date;
  if (!date) return null;
  if (date.precision === "day") return date.earliest;
  if (date.earliest.slice(0, 7) === date.latest.slice(0, 7)) return date.earliest.slice(0, 7);
  return date.earliest.slice(0, 4) === date.latest.slice(0, 4) ? date.earliest.slice(0, 4) : null;
}

/** Banks of states: the scorer's format calls them by name where they make a deal, by acronym where one is joined. */
const BANKS: ReadonlySet<string> = new Set([
  "World Bank",
  "ADB",
  "AfDB",
  "AIIB",
  "NDB",
  "IDB",
  "EBRD",
  "EIB",
  "IsDB",
  "Afreximbank",
  "CAF",
]);

/** The fullest name that the text gives a bloc. */
function fullestName({ doc, places }: ArticleAnalysis, code: string): string {
  const names = places
    .filter((place) => place.code === code)
    .map(({ start, end }) => doc.text.slice(start, end));
  return names.reduce((longest, name) => (name.length > longest.length ? name : longest), "") || code;
}

function partyText(analysis: ArticleAnalysis, deal: Deal, { type, key }: DealParty): string {
  if (type === "organization") return `org:${key}`;
  return BANKS.has(key) && deal.kind !== "treaty" ? `org:${fullestName(analysis, key)}` : key;
}

function summarizeDeal(analysis: ArticleAnalysis, deal: Deal): DealSummary {
  const { text, sentences } = analysis.doc;
  return {
    parties: deal.parties.map((party) => partyText(analysis, deal, party)),
    kind: deal.kind,
    status: deal.status === "suspended" ? "ended" : deal.status,
    date: dateText(deal),
    values: deal.values.flatMap(amountsOf),
    count: deal.count,
    sectors: deal.sectors,
    evidence: deal.sentences.map((index) => text.slice(sentences[index]?.start, sentences[index]?.end)),
  };
}

/** An amount that the text repeats is listed once. */
const distinctMoney = (amounts: readonly SummaryMoney[]): SummaryMoney[] => [
  ...new Map(amounts.map((money) => [`${money.amount} ${money.currency}`, money])).values(),
];

/** Deals, countries, blocs, people and money of a whole article. */
export function summarizeArticle(id: string, analysis: ArticleAnalysis): ArticleSummary {
  const codes = (type: "country" | "bloc") => [
    ...new Set(analysis.places.filter((place) => place.type === type).map((place) => place.code)),
  ];
  return {
    id,
    deals: analysis.deals.map((deal) => summarizeDeal(analysis, deal)),
    countries: codes("country"),
    blocs: codes("bloc"),
    people: [...new Set(analysis.people.map((person) => person.name))],
    money: distinctMoney(analysis.money.flatMap(amountsOf)),
  };
}
