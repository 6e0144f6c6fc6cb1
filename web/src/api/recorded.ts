import { graphql } from "./graphql.ts";

/** The data version in question beside the newest; asked under another name, so that the past does not answer for now. */
export const RECORDED = graphql(`
  query Recorded($at: AsOf!) {
    recorded(asOf: $at) {
      version
      at
    }
    dataVersion {
      version
      at
    }
  }
`);

/** What was done to the graph, newest first; each act is a point to look back from. */
export const AUDIT_LOG = graphql(`
  query AuditLog($first: Int!, $after: Cursor) {
    auditLog(first: $first, after: $after) {
      nodes {
        id
        at
        by
        action
        reason
        subject {
          __typename
          id
          ... on Document {
            title
          }
          ... on Entity {
            name
          }
          ... on Claim {
            property
            value
            subject {
              name
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
