import { graphql, type ResultOf, type VariablesOf } from "./graphql.ts";

export const SEARCH = graphql(`
  query Search($query: String!, $types: [EntityType!]!) {
    search(query: $query, first: 12, types: $types) {
      exact
      nodes {
        label
        matched
        entity {
          __typename
          id
        }
      }
    }
  }
`);
export type SearchType = VariablesOf<typeof SEARCH>["types"][number];
export type SearchHit = ResultOf<typeof SEARCH>["search"]["nodes"][number];
