import {
  AGREEMENT_KINDS,
  AGREEMENT_STATUSES,
  DATE_PRECISIONS,
  ENTITY_TYPES,
  HEDGES,
  MONEY_ROLES,
  REVIEW_STATUSES,
} from "@entente/graph-schema";
import { SHOWN_LINK_KINDS } from "../store/plan.ts";
import { toEnumWord } from "../services/enum-words.ts";

const words = (list: readonly string[]): Record<string, string> =>
  Object.fromEntries(list.map((word) => [toEnumWord(word), word]));

/** The vocabularies' words behind GraphQL's: resolvers read and write "in-force", clients IN_FORCE. */
export const enumResolvers: Readonly<Record<string, Record<string, string>>> = {
  AgreementKind: words(AGREEMENT_KINDS),
  AgreementStatus: words(AGREEMENT_STATUSES),
  DatePrecision: words(DATE_PRECISIONS),
  EntityType: words(ENTITY_TYPES),
  Hedge: words(HEDGES),
  IdentityLinkKind: words(SHOWN_LINK_KINDS),
  MoneyRole: words(MONEY_ROLES),
  ReviewStatus: words(REVIEW_STATUSES),
  TimeBucket: words(["month", "quarter", "year", "decade"]),
  PriceBasis: words(["nominal", "constant"]),
  SortDirection: words(["asc", "desc"]),
  AgreementOrderField: words(["date", "value", "name", "recorded-at"]),
};
