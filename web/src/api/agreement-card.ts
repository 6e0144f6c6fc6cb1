import { graphql, type ResultOf } from "./graphql.ts";

/** What a list shows of an agreement. */
export const AGREEMENT_CARD = graphql(`
  fragment AgreementCard on Agreement @_unmask {
    id
    name
    kind
    status
    count
    date {
      text
      precision
      earliest
      latest
    }
    values {
      amount
      upTo
      currency
      role
      hedge
      converted {
        amount
        bySource
      }
    }
    parties {
      role
      party {
        __typename
        id
        name
      }
    }
    sectors {
      id
      name
    }
  }
`);
export type AgreementCard = ResultOf<typeof AGREEMENT_CARD>;
