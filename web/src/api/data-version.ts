import { graphql } from "./graphql.ts";

export const DATA_VERSION = graphql(`
  query DataVersion {
    dataVersion {
      id
      version
      at
      agreements
      entities
      claims
      documents
    }
    viewer {
      role
    }
  }
`);
