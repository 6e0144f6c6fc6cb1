import { graphql } from "./graphql.ts";

/** Partners in the ring: more of them and the labels of the spokes touch. */
export const RING_PARTNERS = 18;

/** The API's own limit for `perNode`. */
export const LISTED_PARTNERS = 100;

export const NEIGHBORHOOD = graphql(`
  query Neighborhood($ids: [ID!]!, $filter: AgreementFilter, $perNode: Int!, $asOf: AsOf) {
    neighborhood(ids: $ids, view: PAIRS, perNode: $perNode, filter: $filter, asOf: $asOf) {
      nodes {
        __typename
        id
        ... on Entity {
          name
        }
        ... on Bloc {
          acronym
        }
      }
      edges {
        id
        source
        target
        count
        amount
      }
      positions {
        node
        x
        y
      }
      truncated {
        node
        omitted
      }
    }
  }
`);
