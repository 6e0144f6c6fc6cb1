import { AGREEMENT_CARD } from "./agreement-card.ts";
import { graphql, type ResultOf } from "./graphql.ts";

export const POSSIBLE_DUPLICATES = graphql(
  `
    query PossibleDuplicates($first: Int!, $after: Cursor) {
      possibleDuplicates(first: $first, after: $after) {
        nodes {
          score
          reasons
          a {
            ...AgreementCard
            documents(first: 5) {
              nodes {
                id
                title
                publisher
              }
            }
          }
          b {
            ...AgreementCard
            documents(first: 5) {
              nodes {
                id
                title
                publisher
              }
            }
          }
        }
        count {
          value
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [AGREEMENT_CARD],
);
export type DuplicatePair = ResultOf<typeof POSSIBLE_DUPLICATES>["possibleDuplicates"]["nodes"][number];

/** The survivor as it is or would be, with what its sources then disagree about. */
export const MERGE_ENTITIES = graphql(
  `
    mutation MergeEntities($input: MergeEntitiesInput!) {
      mergeEntities(input: $input) {
        entity {
          __typename
          id
          name
          aliases
          mergedIds
          ...AgreementCard
          conflicts {
            property
            reason
            chosen {
              id
              property
              value
              role
              object {
                name
              }
            }
            others {
              id
              property
              value
              role
              object {
                name
              }
            }
          }
        }
        mergeId
        claims
        errors {
          message
        }
      }
    }
  `,
  [AGREEMENT_CARD],
);
export type MergeResult = ResultOf<typeof MERGE_ENTITIES>["mergeEntities"];

export const UNDO_MERGE = graphql(`
  mutation UndoMerge($mergeId: ID!, $reason: String!) {
    undoMerge(mergeId: $mergeId, reason: $reason) {
      entity {
        id
        name
      }
      claims
      stayedWithSurvivor {
        id
      }
      errors {
        message
      }
    }
  }
`);

export const MARK_NOT_SAME = graphql(`
  mutation MarkNotSame($a: ID!, $b: ID!, $reason: String!) {
    markNotSame(a: $a, b: $b, reason: $reason) {
      entity {
        id
      }
      errors {
        message
      }
    }
  }
`);

export const UNMARK_NOT_SAME = graphql(`
  mutation UnmarkNotSame($a: ID!, $b: ID!, $reason: String!) {
    unmarkNotSame(a: $a, b: $b, reason: $reason) {
      entity {
        id
      }
      errors {
        message
      }
    }
  }
`);

/** What was said of an entity and other ids, by people and by matching. */
export const IDENTITY_LINKS = graphql(`
  query IdentityLinks($id: ID!) {
    identityLinks(id: $id) {
      id
      kind
      a
      b
      by
      isAutomatic
      score
      reasons
      at
    }
  }
`);
export type IdentityLink = ResultOf<typeof IDENTITY_LINKS>["identityLinks"][number];

/** What a record was called before it was merged or told apart. */
export const NAME_BEFORE = graphql(`
  query NameBefore($id: ID!, $before: AsOf!) {
    node(id: $id, asOf: $before) {
      __typename
      id
      ... on Entity {
        name
      }
    }
  }
`);
