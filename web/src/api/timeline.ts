import { graphql } from "./graphql.ts";

/** Years with how many agreements and how much; undated and imprecise ones apart. */
export const TIMELINE = graphql(`
  query Timeline($filter: AgreementFilter, $asOf: AsOf) {
    timeline(filter: $filter, bucket: YEAR, asOf: $asOf) {
      currency
      buckets {
        start
        end
        part {
          matching
          counted
          amount
        }
      }
      undated {
        matching
        amount
      }
      imprecise {
        matching
        amount
      }
    }
  }
`);
