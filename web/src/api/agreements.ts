import { AGREEMENT_CARD } from "./agreement-card.ts";
import { graphql } from "./graphql.ts";

export const AGREEMENTS = graphql(
  `
    query Agreements($filter: AgreementFilter, $orderBy: AgreementOrder, $first: Int!) {
      agreements(filter: $filter, orderBy: $orderBy, first: $first) {
        nodes {
          ...AgreementCard
        }
        count {
          value
          exact
        }
      }
    }
  `,
  [AGREEMENT_CARD],
);
