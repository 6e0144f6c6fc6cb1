import { AGREEMENT_CARD } from "./agreement-card.ts";
import { graphql } from "./graphql.ts";

export const AGREEMENTS = graphql(
  `
    query Agreements($filter: AgreementFilter, $orderBy: AgreementOrder, $first: Int!, $asOf: AsOf) {
      agreements(filter: $filter, orderBy: $orderBy, first: $first, asOf: $asOf) {
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
