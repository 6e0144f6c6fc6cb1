/** What matching compares, and the keys under which reports of one thing find each other. */
export const matchProfiles = {
  name: "0004-match-profiles",
  sql: `
CREATE TABLE match_profile (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  keys TEXT NOT NULL,
  profile TEXT NOT NULL
) STRICT;
CREATE TABLE match_key (
  key TEXT NOT NULL,
  document TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (key, document, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX match_key_by_id ON match_key (id);
`,
};
