import { graphql } from "./graphql.ts";

/** `on` keeps memberships to today's, so that a country does not seem to be in a bloc that it left. */
export const PARTY = graphql(`
  query Party($id: ID!, $on: Date!, $asOf: AsOf) {
    node(id: $id, asOf: $asOf) {
      __typename
      id
      ... on Entity {
        name
        aliases
        mergedIds
      }
      ... on Country {
        iso3
        memberships(on: $on) {
          role
          bloc {
            id
            name
            acronym
          }
        }
      }
      ... on Bloc {
        acronym
        founded {
          text
          precision
          earliest
          latest
        }
        members(on: $on) {
          role
          member {
            id
            name
          }
        }
      }
      ... on Organization {
        basedIn {
          id
          name
        }
      }
    }
  }
`);
