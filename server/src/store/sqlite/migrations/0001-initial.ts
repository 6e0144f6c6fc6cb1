import { OPEN } from "../versions.ts";

const versionLog = `
CREATE TABLE data_version (
  version INTEGER PRIMARY KEY,
  at TEXT NOT NULL
) STRICT;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE idempotency (
  key TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  result TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE audit (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  reason TEXT
) STRICT;
CREATE INDEX audit_by_moment ON audit (at DESC, id);
CREATE INDEX audit_by_subject ON audit (subject, at DESC, id);
`;

const documents = `
CREATE TABLE document (
  id TEXT NOT NULL,
  known_from INTEGER NOT NULL,
  known_to INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  recorded_in INTEGER NOT NULL,
  title_text TEXT NOT NULL,
  rank TEXT NOT NULL,
  published TEXT,
  state TEXT NOT NULL,
  PRIMARY KEY (id, known_from)
) STRICT;
CREATE UNIQUE INDEX document_current ON document (id) WHERE known_to = ${OPEN};
CREATE INDEX document_newest ON document (recorded_in DESC, id DESC) WHERE known_to = ${OPEN};
CREATE INDEX document_by_sha ON document (sha256) WHERE known_to = ${OPEN};
CREATE TABLE document_url (
  url TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (url, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_url_by_document ON document_url (document);
CREATE TABLE document_text (document TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE record (
  document TEXT NOT NULL,
  row TEXT NOT NULL,
  cells TEXT NOT NULL,
  cells_hash TEXT NOT NULL,
  PRIMARY KEY (document, row)
) STRICT;
`;

const claims = `
CREATE TABLE claim (
  id TEXT PRIMARY KEY,
  subject TEXT NOT NULL,
  document TEXT NOT NULL,
  confidence REAL NOT NULL,
  recorded_in INTEGER NOT NULL,
  superseded_in INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX claim_by_subject ON claim (subject, superseded_in, recorded_in);
CREATE INDEX claim_by_document ON claim (document, superseded_in, recorded_in);
CREATE INDEX claim_live ON claim (id) WHERE superseded_in = ${OPEN};
`;

const entities = `
CREATE TABLE entity_state (
  id TEXT NOT NULL,
  known_from INTEGER NOT NULL,
  known_to INTEGER NOT NULL,
  type TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (id, known_from)
) STRICT;
CREATE UNIQUE INDEX entity_current ON entity_state (id) WHERE known_to = ${OPEN};
CREATE TABLE alias (
  from_id TEXT NOT NULL,
  to_id TEXT NOT NULL,
  known_from INTEGER NOT NULL,
  known_to INTEGER NOT NULL,
  by TEXT NOT NULL,
  score REAL NOT NULL,
  reasons TEXT NOT NULL,
  PRIMARY KEY (from_id, known_from)
) STRICT;
CREATE INDEX alias_by_target ON alias (to_id);
CREATE TABLE membership (
  bloc TEXT NOT NULL,
  member TEXT NOT NULL,
  known_from INTEGER NOT NULL,
  known_to INTEGER NOT NULL,
  role TEXT NOT NULL,
  start_day TEXT NOT NULL,
  end_day TEXT NOT NULL,
  state TEXT NOT NULL
) STRICT;
CREATE INDEX membership_by_bloc ON membership (bloc, member, known_to, start_day);
CREATE INDEX membership_by_member ON membership (member, bloc, known_to, start_day);
CREATE TABLE entity_name (
  name_key TEXT NOT NULL,
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (name_key, type, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_name_by_id ON entity_name (id);
CREATE TABLE search_entry (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL
) STRICT;
CREATE TABLE search_token (
  token TEXT NOT NULL,
  entry INTEGER NOT NULL,
  PRIMARY KEY (token, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_token_by_entry ON search_token (entry);
CREATE TABLE party_degree (id TEXT PRIMARY KEY, agreements INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

/** Narrow rows with the columns to filter and sort by; the state itself is read only for the rows of a page. */
const agreements = `
CREATE TABLE agreement_state (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  known_from INTEGER NOT NULL,
  known_to INTEGER NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  binding INTEGER NOT NULL,
  undated INTEGER NOT NULL,
  earliest TEXT NOT NULL,
  latest TEXT NOT NULL,
  unvalued INTEGER NOT NULL,
  usd_cents INTEGER NOT NULL,
  pair_cents INTEGER,
  party_count INTEGER NOT NULL,
  party_set TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  name_text TEXT NOT NULL,
  recorded_in INTEGER NOT NULL,
  not_for_aggregates INTEGER NOT NULL,
  part_of TEXT NOT NULL,
  accepted REAL NOT NULL,
  proposed REAL NOT NULL,
  disputed REAL NOT NULL
) STRICT;
CREATE TABLE agreement_body (
  key INTEGER PRIMARY KEY REFERENCES agreement_state (key),
  state TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX agreement_history ON agreement_state (id, known_from);
CREATE UNIQUE INDEX agreement_current ON agreement_state (id) WHERE known_to = ${OPEN};
CREATE INDEX agreement_by_party_set ON agreement_state (party_set) WHERE known_to = ${OPEN};
CREATE INDEX agreement_by_date ON agreement_state (undated, earliest, id) WHERE known_to = ${OPEN};
CREATE INDEX agreement_by_date_desc ON agreement_state (undated, earliest DESC, id DESC) WHERE known_to = ${OPEN};
CREATE INDEX agreement_by_value ON agreement_state (unvalued, usd_cents, id) WHERE known_to = ${OPEN};
CREATE INDEX agreement_by_value_desc ON agreement_state (unvalued, usd_cents DESC, id DESC) WHERE known_to = ${OPEN};
CREATE INDEX agreement_by_name ON agreement_state (sort_name, id) WHERE known_to = ${OPEN};
CREATE INDEX agreement_by_recorded ON agreement_state (recorded_in, id) WHERE known_to = ${OPEN};
CREATE TABLE agreement_reach (
  party TEXT NOT NULL,
  key INTEGER NOT NULL REFERENCES agreement_state (key),
  via TEXT NOT NULL,
  PRIMARY KEY (party, key, via)
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_reach_by_key ON agreement_reach (key, party);
CREATE TABLE agreement_sector (
  sector TEXT NOT NULL,
  key INTEGER NOT NULL REFERENCES agreement_state (key),
  PRIMARY KEY (sector, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE agreement_document (
  document TEXT NOT NULL,
  key INTEGER NOT NULL REFERENCES agreement_state (key),
  PRIMARY KEY (document, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE agreement_pair (
  key INTEGER NOT NULL REFERENCES agreement_state (key),
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  PRIMARY KEY (key, a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_pair_by_a ON agreement_pair (a, b, key);
CREATE INDEX agreement_pair_by_b ON agreement_pair (b, a, key);
`;

/** The store of the first release. */
export const initial = {
  name: "0001-initial",
  sql: [versionLog, documents, claims, entities, agreements].join(""),
};
