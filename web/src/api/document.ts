import { graphql } from "./graphql.ts";

export const DOCUMENT = graphql(`
  query DocumentText($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Document {
        title
        text
      }
    }
  }
`);
