import { graphql, type ResultOf } from "./graphql.ts";

/** One statement with the sentence behind it. */
export const CLAIM_LINE = graphql(`
  fragment ClaimLine on Claim @_unmask {
    id
    property
    value
    object {
      __typename
      id
      name
    }
    role
    validOn {
      text
      precision
      earliest
      latest
    }
    status
    confidence
    extractor
    reviewedBy
    reviewedAt
    note
    correctionOf {
      id
    }
    evidence {
      quote
      start
      end
      row
      columns
      document {
        id
        title
        publisher
        url
        retractedAt
        retractionReason
        published {
          text
          precision
          earliest
          latest
        }
      }
    }
  }
`);
export type ClaimLine = ResultOf<typeof CLAIM_LINE>;
