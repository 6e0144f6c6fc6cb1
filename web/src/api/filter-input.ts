import type { Filters } from "../state/view.ts";
import type { graphql, VariablesOf } from "./graphql.ts";
import type { OVERVIEW } from "./overview.ts";

export type AgreementFilter = NonNullable<VariablesOf<typeof OVERVIEW>["filter"]>;
type Kind = ReturnType<typeof graphql.scalar<"AgreementKind">>;
type Status = ReturnType<typeof graphql.scalar<"AgreementStatus">>;

/** GraphQL enums carry the vocabularies' words in UPPER_CASE. */
const enumWord = (word: string): string => word.toUpperCase().replaceAll("-", "_");

/** The filters as the API takes them; null when nothing is filtered, so that cached answers are shared. */
export function toAgreementFilter(filters: Filters): AgreementFilter | null {
  const filter: AgreementFilter = {};
  if (filters.kinds.length > 0) filter.kinds = filters.kinds.map((kind) => enumWord(kind) as Kind);
  if (filters.statuses.length > 0) {
    filter.statuses = filters.statuses.map((status) => enumWord(status) as Status);
  }
  if (filters.sectors.length > 0) filter.sectors = filters.sectors.map((sector) => `sector:${sector}`);
  if (filters.from !== null || filters.to !== null) {
    filter.date = {
      ...(filters.from === null ? {} : { from: `${filters.from}-01-01` }),
      ...(filters.to === null ? {} : { to: `${filters.to}-12-31` }),
    };
  }
  return Object.keys(filter).length > 0 ? filter : null;
}
