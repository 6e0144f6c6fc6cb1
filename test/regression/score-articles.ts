import type { ArticleSummary, DealSummary, SummaryMoney } from "@entente/extract";
import type { LabelledArticle, LabelledDeal } from "./labelled-articles.ts";
import { normalizeName, pairDeals, partyKey } from "./score-deals.ts";

export const SLOTS = [
  "facts",
  "deal",
  "party",
  "kind",
  "status",
  "date",
  "value",
  "sector",
  "countries",
  "blocs",
  "people",
  "money",
] as const;
export type Slot = (typeof SLOTS)[number];

/** What was right, what was to be found and what was found. */
export interface Tally {
  right: number;
  labelled: number;
  found: number;
}

export interface Score {
  readonly slots: Readonly<Record<Slot, Tally>>;
  readonly negatives: number;
  /** Articles without a deal in which none was found. */
  readonly emptyNegatives: number;
}

export const precisionOf = ({ right, found }: Tally): number => (found === 0 ? 0 : right / found);
export const recallOf = ({ right, labelled }: Tally): number => (labelled === 0 ? 0 : right / labelled);

/** The facts of a deal; sectors and names are told apart from them. */
const FACT_SLOTS: ReadonlySet<Slot> = new Set(["deal", "party", "kind", "status", "date", "value"]);
/** A sum within half a percent is the same: "about 23 billion" must still be 23 billion. */
const SUM_TOLERANCE = 0.005;

const sameSum = (a: SummaryMoney, b: SummaryMoney): boolean =>
  a.currency === b.currency && Math.abs(a.amount - b.amount) <= SUM_TOLERANCE * Math.abs(a.amount);

/** How many of one list are in the other, each used once. */
function countShared<T>(labelled: readonly T[], found: readonly T[], same: (a: T, b: T) => boolean): number {
  const left = [...found];
  return labelled.filter((one) => {
    const at = left.findIndex((other) => same(one, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

const equal = (a: string, b: string): boolean => a === b;

type Count = (
  slot: Slot,
  right: number,
  totals: { readonly labelled: number; readonly found: number },
) => void;

/** A missed deal is charged to all its slots. */
function countMissed(count: Count, { parties, date, values }: LabelledDeal): void {
  count("party", 0, { labelled: parties.length, found: 0 });
  count("kind", 0, { labelled: 1, found: 0 });
  count("status", 0, { labelled: 1, found: 0 });
  count("date", 0, { labelled: date === null ? 0 : 1, found: 0 });
  count("value", 0, { labelled: values.length, found: 0 });
}

/** So is one that is none, but for its date. */
function countFalse(count: Count, { parties, values }: DealSummary): void {
  count("party", 0, { labelled: 0, found: parties.length });
  count("kind", 0, { labelled: 0, found: 1 });
  count("status", 0, { labelled: 0, found: 1 });
  count("value", 0, { labelled: 0, found: values.length });
}

function countHit(count: Count, labelled: LabelledDeal, found: DealSummary): void {
  const one = { labelled: 1, found: 1 };
  const sizes = (a: readonly unknown[], b: readonly unknown[]) => ({ labelled: a.length, found: b.length });
  const parties = [labelled, found].map((deal) => deal.parties.map(partyKey));
  const [mine = [], theirs = []] = parties;
  count("party", countShared(mine, theirs, equal), sizes(mine, theirs));
  count("kind", labelled.kind === found.kind ? 1 : 0, one);
  count("status", labelled.status === found.status ? 1 : 0, one);
  if (labelled.date !== null) {
    const right = found.date?.startsWith(labelled.date) ? 1 : 0;
    count("date", right, { labelled: 1, found: found.date === null ? 0 : 1 });
  }
  count("value", countShared(labelled.values, found.values, sameSum), sizes(labelled.values, found.values));
  count(
    "sector",
    countShared(labelled.sectors, found.sectors, equal),
    sizes(labelled.sectors, found.sectors),
  );
}

function countDeals(count: Count, labelled: readonly LabelledDeal[], found: readonly DealSummary[]): void {
  const pairs = pairDeals(labelled, found);
  const isOptional = (at: number): boolean => labelled[at]?.optional === true;
  const hits = pairs.filter(([at]) => !isOptional(at));
  const required = labelled.filter((_, at) => !isOptional(at)).length;
  count("deal", hits.length, { labelled: required, found: found.length - (pairs.length - hits.length) });
  for (const [at, index] of hits) {
    const [mine, theirs] = [labelled[at], found[index]];
    if (mine && theirs) countHit(count, mine, theirs);
  }
  labelled.forEach((deal, at) => {
    if (!isOptional(at) && !pairs.some(([paired]) => paired === at)) countMissed(count, deal);
  });
  found.forEach((deal, index) => {
    if (!pairs.some(([, paired]) => paired === index)) countFalse(count, deal);
  });
}

function countNames(count: Count, labelled: LabelledArticle, found: ArticleSummary): void {
  for (const slot of ["countries", "blocs", "people"] as const) {
    const [mine = [], theirs = []] = [labelled[slot], found[slot]].map((names) => [
      ...new Set(names.map(normalizeName)),
    ]);
    count(slot, countShared(mine, theirs, equal), { labelled: mine.length, found: theirs.length });
  }
  const sizes = { labelled: labelled.money.length, found: found.money.length };
  count("money", countShared(labelled.money, found.money, sameSum), sizes);
}

/** Compares what was found in articles with their labels, slot by slot. */
export function scoreArticles(
  articles: readonly LabelledArticle[],
  read: (article: LabelledArticle) => ArticleSummary,
): Score {
  const slots = Object.fromEntries(
    SLOTS.map((slot) => [slot, { right: 0, labelled: 0, found: 0 }]),
  ) as unknown as Record<Slot, Tally>;
  const add = (slot: Slot, right: number, totals: { labelled: number; found: number }): void => {
    slots[slot].right += right;
    slots[slot].labelled += totals.labelled;
    slots[slot].found += totals.found;
  };
  const count: Count = (slot, right, totals) => {
    add(slot, right, totals);
    if (FACT_SLOTS.has(slot)) add("facts", right, totals);
  };
  let [negatives, emptyNegatives] = [0, 0];
  for (const article of articles) {
    const found = read(article);
    countDeals(count, article.deals, found.deals);
    countNames(count, article, found);
    if (article.negative) negatives += 1;
    if (article.negative && found.deals.length === 0) emptyNegatives += 1;
  }
  return { slots, negatives, emptyNegatives };
}
