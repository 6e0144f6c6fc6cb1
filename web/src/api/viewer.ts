import { graphql } from "./graphql.ts";

/** What the caller may do here. */
export const VIEWER = graphql(`
  query Viewer {
    viewer {
      name
      role
    }
  }
`);
