import { OPEN } from "../versions.ts";

/** What reviews, merges and undoing them need to find: links between ids, and claims by what they point at or wait for. */
export const reviewsAndLinks = {
  name: "0002-reviews-and-links",
  sql: `
CREATE TABLE link (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  score REAL NOT NULL,
  known_from INTEGER NOT NULL,
  known_to INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX link_by_a ON link (a, known_to);
CREATE INDEX link_by_b ON link (b, known_to);
CREATE INDEX link_by_score ON link (kind, score DESC, id);
ALTER TABLE claim ADD COLUMN object TEXT GENERATED ALWAYS AS (json_extract(body, '$.value.entity')) VIRTUAL;
CREATE INDEX claim_by_object ON claim (object)
  WHERE superseded_in = ${OPEN} AND substr(object, 1, 8) <> 'country:';
ALTER TABLE claim ADD COLUMN status TEXT GENERATED ALWAYS AS (json_extract(body, '$.status')) VIRTUAL;
CREATE INDEX claim_to_review ON claim (confidence, id) WHERE superseded_in = ${OPEN} AND status = 'proposed';
`,
};
