import type { ArticleAnalysis } from "../analyze-article.ts";
import type { Deal, DealParty } from "../frame/deal-types.ts";
import { sameFamily } from "../merge/merge-deals.ts";

/** What a deal that only one extractor found keeps of its confidence. */
const ALONE = { rules: 0.8, llm: 0.75 } as const;
/** Taken off for each slot about which the two differ. */
const SLOT_COST = 0.08;
const MOST_CONFIDENCE = 0.99;

const keysOf = ({ parties }: Deal): Set<string> => new Set(parties.map(({ key }) => key));

/** Share of parties that two deals have in common. */
function partyOverlap(a: Deal, b: Deal): number {
  const [x, y] = [keysOf(a), keysOf(b)];
  const both = [...x].filter((key) => y.has(key)).length;
  return both / (x.size + y.size - both || 1);
}

const sharesWords = (a: Deal, b: Deal): boolean =>
  a.sentences.some((index) => b.sentences.includes(index)) ||
  a.values.some(({ start }) => b.values.some((other) => other.start === start));

/** How well two deals agree, 0 where they are not the same one. */
function agreement(a: Deal, b: Deal): number {
  const overlap = partyOverlap(a, b);
  if (overlap < 0.5 || !sharesWords(a, b) || !sameFamily(a.kind, b.kind)) return 0;
  return overlap + (a.kind === b.kind ? 0.2 : 0) + (a.start === b.start ? 0.1 : 0);
}

const sameParties = (a: Deal, b: Deal): boolean => partyOverlap(a, b) === 1;
const sameValues = (a: Deal, b: Deal): boolean =>
  a.values.length === b.values.length &&
  a.values.every(({ start }) => b.values.some((other) => other.start === start));

/** The slots of a deal that two extractors read differently. */
function differences(a: Deal, b: Deal): string[] {
  return [
    ...(a.kind === b.kind ? [] : [`kind:${b.kind}`]),
    ...(a.status === b.status ? [] : [`status:${b.status}`]),
    ...((a.date?.iso ?? null) === (b.date?.iso ?? null) ? [] : [`date:${b.date?.iso ?? "none"}`]),
    ...(sameParties(a, b) ? [] : ["parties"]),
    ...(sameValues(a, b) ? [] : ["values"]),
  ];
}

/** A deal that both found: the surer one's reading, the parties and sums of both, surer than either where they agree. */
function joinDeals(rules: Deal, llm: Deal): Deal {
  const differing = differences(rules, llm);
  const joint = 1 - (1 - rules.confidence) * (1 - llm.confidence);
  const [surer, other] = rules.confidence >= llm.confidence ? [rules, llm] : [llm, rules];
  const known = keysOf(surer);
  const added: DealParty[] = other.parties.filter(({ key }) => !known.has(key));
  const starts = new Set(surer.values.map(({ start }) => start));
  return {
    ...surer,
    // The rules' words anchor the deal, so that its id does not depend on who else was asked.
    start: rules.start,
    end: rules.end,
    sentence: rules.sentence,
    parties: [...surer.parties, ...added],
    values: [...surer.values, ...other.values.filter(({ start }) => !starts.has(start))],
    count: surer.count ?? other.count,
    date: surer.date ?? (surer.status === other.status ? other.date : null),
    rungs:
      surer.date === null && surer.status === other.status && other.date !== null ? other.rungs : surer.rungs,
    sectors: surer.sectors.length > 0 ? surer.sectors : other.sectors,
    sentences: [...new Set([...rules.sentences, ...llm.sentences])].sort((a, b) => a - b),
    topic: rules.topic,
    name: rules.name,
    rule: `${rules.rule}+llm`,
    features: [...rules.features, ...differing.map((slot) => `differs:${slot}`)],
    confidence: Math.min(MOST_CONFIDENCE, Math.max(0, joint - SLOT_COST * differing.length)),
  };
}

/**
 * The union of what rules and model found. Deals of both become one, surer where they agree and less sure slot by slot
 * where they do not; a deal that one of them did not find loses confidence and stays.
 */
export function combineAnalyses(rules: ArticleAnalysis, llm: ArticleAnalysis): ArticleAnalysis {
  const left = new Set(llm.deals);
  const deals = rules.deals.map((deal) => {
    const [best] = [...left]
      .map((other) => ({ other, score: agreement(deal, other) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    if (!best) return { ...deal, confidence: deal.confidence * ALONE.rules };
    left.delete(best.other);
    return joinDeals(deal, best.other);
  });
  const anchors = new Set(deals.map(({ start }) => start));
  const alone = [...left].filter(({ start }) => !anchors.has(start));
  const clashing = [...left].filter(({ start }) => anchors.has(start));
  return {
    ...rules,
    deals: [...deals, ...alone.map((deal) => ({ ...deal, confidence: deal.confidence * ALONE.llm }))].sort(
      (a, b) => a.start - b.start,
    ),
    dropped: [
      ...rules.dropped,
      ...llm.dropped,
      ...clashing.map((mention) => ({ mention, reason: "the rules read another deal from the same words" })),
    ],
  };
}
