import { AGREEMENT_CARD } from "./agreement-card.ts";
import { graphql } from "./graphql.ts";

/** The sum of what matches, and what it leaves out, with the newest agreements behind each reason. */
export const TOTAL = graphql(
  `
    query Total(
      $filter: AgreementFilter
      $include: [ExclusionReason!]
      $currency: CurrencyCode!
      $prices: PriceBasis!
      $asOf: AsOf
    ) {
      total(filter: $filter, include: $include, currency: $currency, prices: $prices, asOf: $asOf) {
        amount
        currency
        baseYear
        rates {
          from
          amount
          bySource
          rate
          rateYear
          rateSource
          deflator
        }
        matching
        counted
        version
        exclusions {
          reason
          count
          amount
          agreements(first: 10) {
            nodes {
              ...AgreementCard
            }
          }
        }
      }
    }
  `,
  [AGREEMENT_CARD],
);
