/** What totals and flows read, apart from the states and ready to be parsed; of older rows the states themselves. */
export const counting = {
  name: "0003-counting",
  sql: `
CREATE TABLE agreement_counting (
  key INTEGER PRIMARY KEY REFERENCES agreement_state (key),
  counting TEXT NOT NULL,
  direction TEXT
) STRICT;
INSERT INTO agreement_counting (key, counting) SELECT key, state FROM agreement_body;
CREATE INDEX agreement_sector_by_key ON agreement_sector (key, sector);
`,
};
