import { foldName, nameKey } from "@entente/graph-schema";
import type { SearchCandidate } from "../store/graph-store.ts";

export interface RankedCandidate {
  readonly candidate: SearchCandidate;
  /** 0 to 1. */
  readonly score: number;
  /** The name or alias that matched best. */
  readonly matched: string;
}

/** Bands do not overlap: the best of a lower one never passes the worst of a higher one. */
const EXACT = 1;
const PREFIX = 0.8;
const ALL_WORDS = 0.6;
const FUZZY = 0.4;
/** Shared trigrams below which a name is no match: one typo in a word of seven letters leaves about 0.6. */
const MIN_SIMILARITY = 0.45;
/** How much of a band the degree may fill. */
const DEGREE_WEIGHT = 0.1;

function trigrams(folded: string): Set<string> {
  const grams = new Set<string>();
  for (const word of folded.split(" ")) {
    const padded = `_${word}_`;
    for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3));
  }
  return grams;
}

/** Dice coefficient of two names' trigrams, 0 to 1. */
function similarity(a: string, b: string): number {
  const [x, y] = [trigrams(a), trigrams(b)];
  const shared = [...x].filter((gram) => y.has(gram)).length;
  return (2 * shared) / (x.size + y.size || 1);
}

const isPrefixOfOne = (word: string, words: readonly string[]): boolean =>
  words.some((other) => other.startsWith(word));

function scoreName(name: string, query: string): number {
  const folded = nameKey(name);
  if (folded === query) return EXACT;
  const closeness = query.length / Math.max(folded.length, query.length);
  if (folded.startsWith(query)) return PREFIX + DEGREE_WEIGHT * closeness;
  const words = folded.split(" ");
  if (query.split(" ").every((word) => isPrefixOfOne(word, words)))
    return ALL_WORDS + DEGREE_WEIGHT * closeness;
  const best = Math.max(similarity(folded, query), ...words.map((word) => similarity(word, query)));
  return best < MIN_SIMILARITY ? 0 : FUZZY * best;
}

/** Exact before prefix before words before typos; then better-connected ones, then by id. Others are left out. */
export function rankCandidates(query: string, candidates: readonly SearchCandidate[]): RankedCandidate[] {
  const folded = nameKey(query) || foldName(query);
  return candidates
    .map((candidate) => {
      const names = [candidate.name, ...candidate.aliases].map((name) => ({
        name,
        score: scoreName(name, folded),
      }));
      const best = names.reduce((a, b) => (b.score > a.score ? b : a));
      const degree =
        (DEGREE_WEIGHT * Math.log10(1 + candidate.degree)) / (1 + Math.log10(1 + candidate.degree));
      const score = best.score === 0 ? 0 : Math.min(1, best.score * (1 - DEGREE_WEIGHT) + degree);
      return { candidate, score, matched: best.name };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1));
}
