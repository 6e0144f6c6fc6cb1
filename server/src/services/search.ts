import { ENTITY_TYPES, queryTokens, type EntityType } from "@entente/graph-schema";
import { InvalidInputError } from "../errors.ts";
import type { GraphStore } from "../store/graph-store.ts";
import { checkRange, DEFAULT_PAGE } from "./page.ts";
import { rankCandidates, type RankedCandidate } from "./rank-candidates.ts";

/** Candidates ranked for one search; more than this matched is said by `exact`. */
const CANDIDATES = 200;
const MAX_QUERY_LENGTH = 200;

export interface SearchAnswer {
  readonly hits: readonly RankedCandidate[];
  readonly exact: boolean;
}

/** The entities whose names fit the query, best first. */
export async function search(
  store: GraphStore,
  query: string,
  { types, first }: { readonly types?: readonly EntityType[] | null; readonly first?: number | null },
): Promise<SearchAnswer> {
  const limit = checkRange("first", first ?? DEFAULT_PAGE);
  if (query.length > MAX_QUERY_LENGTH) {
    throw new InvalidInputError(`query: got ${query.length} characters, expected up to ${MAX_QUERY_LENGTH}`, [
      "query",
    ]);
  }
  const tokens = queryTokens(query);
  if (tokens.length === 0) return { hits: [], exact: true };
  const candidates = await store.search(tokens, types?.length ? types : ENTITY_TYPES, CANDIDATES + 1);
  const ranked = rankCandidates(query, candidates.slice(0, CANDIDATES));
  return { hits: ranked.slice(0, limit), exact: candidates.length <= CANDIDATES };
}
