import { parseIsoDate, type AgreementState } from "@entente/graph-schema";
import { distinctParties, MAX_PAIRED_PARTIES } from "../store/agreement-keys.ts";
import type { GraphStore, PairRow } from "../store/graph-store.ts";
import { NEWEST_FIRST, pageOf, type AgreementPage } from "./list-agreements.ts";
import { sortKeyOf } from "../store/agreement-keys.ts";
import { checkRange, MAX_PAGE } from "./page.ts";
import type { Drawn } from "./subgraph.ts";

/** The agreements that a pair's edge counts, newest first: those of both parties, but not the multilateral ones. */
export async function pairAgreements(
  store: GraphStore,
  { pair, drawn }: { readonly pair: PairRow; readonly drawn: Drawn },
  first: number,
): Promise<AgreementPage> {
  const limit = checkRange("first", first);
  const own = { partiesAll: [pair.a, pair.b], viaOrganizations: false };
  const scope = { filter: { ...own, and: [drawn.filter] }, version: drawn.version };
  const found: AgreementState[] = [];
  let start = null;
  for (;;) {
    const page: Awaited<ReturnType<GraphStore["listAgreements"]>> = await store.listAgreements(
      scope,
      NEWEST_FIRST,
      {
        limit: MAX_PAGE,
        start,
        backward: false,
      },
    );
    found.push(...page.items.filter((state) => distinctParties(state).length <= MAX_PAIRED_PARTIES));
    const last = page.items.at(-1);
    if (found.length >= limit || !page.hasMore || !last) break;
    start = sortKeyOf(last, NEWEST_FIRST);
  }
  return pageOf(found.slice(0, limit), { scope, total: pair.count });
}

/** First and last date of a pair's agreements; null where none is dated. */
export function pairPeriod({
  earliest,
  latest,
}: PairRow): { readonly start: unknown; readonly end: unknown } | null {
  if (earliest === null || latest === null) return null;
  return { start: parseIsoDate(earliest), end: parseIsoDate(latest) };
}
