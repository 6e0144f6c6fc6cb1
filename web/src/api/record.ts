import { CLAIM_LINE } from "./claim-line.ts";
import { graphql } from "./graphql.ts";

/** A person or an event: what is neither party nor agreement, and still made of claims. */
export const RECORD = graphql(
  `
    query Record($id: ID!, $asOf: AsOf) {
      node(id: $id, asOf: $asOf) {
        __typename
        id
        ... on Entity {
          name
          aliases
          mergedIds
          claims(first: 50) {
            nodes {
              ...ClaimLine
            }
          }
        }
        ... on Person {
          offices {
            title
            of {
              id
              name
            }
          }
        }
        ... on Event {
          place
          heldIn {
            id
            name
          }
          period {
            start {
              text
              precision
              earliest
              latest
            }
          }
        }
      }
    }
  `,
  [CLAIM_LINE],
);
