import type { Migration } from "./migration.ts";

/** What matching compares, and the keys under which reports of one thing find each other. */
export const matchProfiles: Migration = {
  name: "0003-match-profiles",
  statements: [
    "CREATE CONSTRAINT match_profile_id IF NOT EXISTS FOR (n:MatchProfile) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT match_key_key IF NOT EXISTS FOR (n:MatchKey) REQUIRE n.key IS UNIQUE",
    "CALL db.awaitIndexes(300)",
  ],
};
