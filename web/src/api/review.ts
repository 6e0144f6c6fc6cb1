import { AGREEMENT_CARD } from "./agreement-card.ts";
import { CLAIM_LINE } from "./claim-line.ts";
import { graphql, type ResultOf, type VariablesOf } from "./graphql.ts";

/** A claim with what is known of its subject: what a reviewer needs to judge it. */
const QUEUE_CLAIM = graphql(
  `
    fragment QueueClaim on Claim @_unmask {
      ...ClaimLine
      subject {
        __typename
        id
        name
        ...AgreementCard
      }
    }
  `,
  [CLAIM_LINE, AGREEMENT_CARD],
);
export type QueueClaim = ResultOf<typeof QUEUE_CLAIM>;
export type Subject = QueueClaim["subject"];

export const REVIEW_QUEUE = graphql(
  `
    query ReviewQueue($document: ID, $first: Int!, $after: Cursor) {
      reviewQueue(document: $document, first: $first, after: $after) {
        nodes {
          ...QueueClaim
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
  [QUEUE_CLAIM],
);

export const REVIEW_CLAIM = graphql(
  `
    mutation ReviewClaim($input: ReviewClaimInput!) {
      reviewClaim(input: $input) {
        claim {
          ...QueueClaim
        }
        errors {
          __typename
          message
          ... on Stale {
            current {
              __typename
              ... on Claim {
                ...QueueClaim
              }
            }
          }
        }
      }
    }
  `,
  [QUEUE_CLAIM],
);
export type ReviewStatus = VariablesOf<typeof REVIEW_CLAIM>["input"]["status"];

export const UNDO_REVIEW = graphql(
  `
    mutation UndoReview($claim: ID!, $reason: String!) {
      undoReview(claim: $claim, reason: $reason) {
        claim {
          ...QueueClaim
        }
        errors {
          __typename
          message
        }
      }
    }
  `,
  [QUEUE_CLAIM],
);

/** Sources to choose from, the newest first. */
export const SOURCES = graphql(`
  query Sources($first: Int!) {
    documents(first: $first) {
      nodes {
        id
        title
        publisher
      }
    }
  }
`);
