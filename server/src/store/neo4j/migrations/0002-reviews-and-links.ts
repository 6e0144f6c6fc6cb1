import type { Migration } from "./migration.ts";

/**
 * What reviews, merges and undoing them need to find: links between ids, and claims by what they point at or wait for.
 * A claim's text begins its entity value with just these words, so that stored claims get their object without a parser.
 */
export const reviewsAndLinks: Migration = {
  name: "0002-reviews-and-links",
  statements: [
    "CREATE CONSTRAINT link_id IF NOT EXISTS FOR (n:Link) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX link_a IF NOT EXISTS FOR (n:Link) ON (n.a)",
    "CREATE INDEX link_b IF NOT EXISTS FOR (n:Link) ON (n.b)",
    "CREATE INDEX link_score IF NOT EXISTS FOR (n:Link) ON (n.kind, n.score, n.id)",
    "CREATE INDEX claim_object IF NOT EXISTS FOR (n:Claim) ON (n.object)",
    "CREATE INDEX claim_status IF NOT EXISTS FOR (n:Claim) ON (n.status, n.confidence, n.id)",
    "CALL db.awaitIndexes(300)",
    `MATCH (c:Claim)
WHERE c.object IS NULL AND c.claim CONTAINS '"value":{"type":"entity","entity":"'
WITH c, split(split(c.claim, '"value":{"type":"entity","entity":"')[1], '"')[0] AS object
WHERE NOT object STARTS WITH 'country:'
SET c.object = object`,
  ],
};
