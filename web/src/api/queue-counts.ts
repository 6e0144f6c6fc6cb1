import { graphql } from "./graphql.ts";

/** How much waits for a person. */
export const QUEUE_COUNTS = graphql(`
  query QueueCounts {
    reviewQueue(first: 1) {
      count {
        value
      }
    }
    possibleDuplicates(first: 1) {
      count {
        value
      }
    }
  }
`);
