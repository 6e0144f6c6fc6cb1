import type { DealSummary } from "@entente/extract";
import type { LabelledDeal } from "./labelled-articles.ts";

/** Least similarity at which a found deal is taken for a labelled one. */
const MATCH_FROM = 0.4;

/** A name without its case, marks, article and `org:`. */
export const normalizeName = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^org:/u, "")
    .replace(/^the /u, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

export const partyKey = (party: string): string =>
  party.startsWith("org:") ? `org:${normalizeName(party)}` : party.toUpperCase();

const wordsOf = (quotes: readonly string[]): Set<string> =>
  new Set(
    normalizeName(quotes.join(" "))
      .split(" ")
      .filter((word) => word.length > 2),
  );

const shared = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => [...a].filter((one) => b.has(one)).length;

/** Half for parties, three tenths for quoted words, two tenths for the kind; nothing without a shared party. */
function similarity(labelled: LabelledDeal, found: DealSummary): number {
  const [a, b] = [labelled, found].map(({ parties }) => new Set(parties.map(partyKey)));
  const [x, y] = [labelled, found].map(({ evidence }) => wordsOf(evidence));
  if (!a || !b || !x || !y) return 0;
  const common = shared(a, b);
  if (common === 0) return 0;
  const quoted = x.size === 0 || y.size === 0 ? 0 : shared(x, y) / Math.min(x.size, y.size);
  const vague = labelled.kind === "agreement" || found.kind === "agreement" ? 0.5 : 0;
  return (
    0.5 * (common / (a.size + b.size - common)) +
    0.3 * quoted +
    0.2 * (labelled.kind === found.kind ? 1 : vague)
  );
}

/** A labelled deal and the one found for it, by their places in the lists. */
export type Pair = readonly [labelled: number, found: number];

/** Pairs deals one to one, the most similar first. */
export function pairDeals(labelled: readonly LabelledDeal[], found: readonly DealSummary[]): Pair[] {
  const scored = labelled.flatMap((deal, at) =>
    found.map((other, index) => ({ at, index, score: similarity(deal, other) })),
  );
  const pairs: Pair[] = [];
  for (const { at, index } of scored
    .filter(({ score }) => score >= MATCH_FROM)
    .sort((a, b) => b.score - a.score))
    if (pairs.every(([one, other]) => one !== at && other !== index)) pairs.push([at, index]);
  return pairs;
}
