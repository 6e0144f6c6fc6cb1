import { graphql } from "./graphql.ts";

/** Pairs on the overview: above this the picture turns into confetti (design: soft cap 1,500 elements). */
export const OVERVIEW_PAIRS = 200;

export const OVERVIEW = graphql(`
  query Overview($filter: AgreementFilter, $first: Int!, $asOf: AsOf) {
    overview(filter: $filter, first: $first, asOf: $asOf) {
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
