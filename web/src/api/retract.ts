import { graphql } from "./graphql.ts";

/** What a retraction would take along. */
export const RETRACTION = graphql(`
  query Retraction($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Document {
        title
        claims(first: 1) {
          count {
            value
          }
        }
        agreements(first: 5) {
          nodes {
            id
            name
          }
          count {
            value
          }
        }
      }
    }
  }
`);

export const RETRACT_DOCUMENT = graphql(`
  mutation RetractDocument($id: ID!, $reason: String!) {
    retractDocument(id: $id, reason: $reason) {
      document {
        id
        retractedAt
      }
      retractedClaims
      errors {
        message
      }
    }
  }
`);
