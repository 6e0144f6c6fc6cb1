import { graphql, type ResultOf } from "./graphql.ts";

export const SEARCH = graphql(`
  query Search($query: String!) {
    search(query: $query, first: 12, types: [COUNTRY, BLOC, REGION, ORGANIZATION, AGREEMENT, SECTOR]) {
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
export type SearchHit = ResultOf<typeof SEARCH>["search"]["nodes"][number];
