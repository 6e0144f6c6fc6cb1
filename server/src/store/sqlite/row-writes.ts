import type { Claim, DocumentState, MembershipState } from "@entente/graph-schema";
import { foldedText } from "../agreement-keys.ts";
import { cellsHash } from "../cells-hash.ts";
import { membershipDays } from "../membership-keys.ts";
import type { AliasRow, AuditRow, LinkRow } from "../plan.ts";
import type { SqlValue, Write } from "./connection.ts";
import { OPEN } from "./versions.ts";

/** Something and the versions from and to which it holds; `knownTo` is OPEN while it does. */
export interface Held<T> {
  readonly value: T;
  readonly knownFrom: number;
  readonly knownTo: number;
}

const INSERT_VERSION = "INSERT INTO data_version (version, at) VALUES (?, ?)";
const INSERT_KEY = "INSERT INTO idempotency (key, version, result) VALUES (?, ?, ?)";
const INSERT_SETTING =
  "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
const INSERT_DOCUMENT = `INSERT INTO document
  (id, known_from, known_to, sha256, recorded_in, title_text, rank, published, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_URL = "INSERT OR IGNORE INTO document_url (url, document) VALUES (?, ?)";
const INSERT_TEXT =
  "INSERT INTO document_text (document, text) VALUES (?, ?) ON CONFLICT (document) DO UPDATE SET text = excluded.text";
const INSERT_RECORD = `INSERT INTO record (document, row, cells, cells_hash) VALUES (?, ?, ?, ?)
ON CONFLICT (document, row) DO UPDATE SET cells = excluded.cells, cells_hash = excluded.cells_hash`;
const INSERT_CLAIM = `INSERT INTO claim (id, subject, document, confidence, recorded_in, superseded_in, body)
VALUES (?, ?, ?, ?, ?, ?, ?)`;
const INSERT_MEMBERSHIP = `INSERT INTO membership (bloc, member, known_from, known_to, role, start_day, end_day, state)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_ALIAS = `INSERT INTO alias (from_id, to_id, known_from, known_to, by, score, reasons)
VALUES (?, ?, ?, ?, ?, ?, ?)`;
const INSERT_LINK = `INSERT INTO link (id, kind, a, b, score, known_from, known_to, body)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_AUDIT = "INSERT INTO audit (id, at, by, action, subject, reason) VALUES (?, ?, ?, ?, ?, ?)";

export const insertVersions = (
  rows: readonly { readonly version: number; readonly at: string }[],
): Write => ({
  sql: INSERT_VERSION,
  rows: rows.map(({ version, at }) => [version, at]),
});

export const insertKeys = (
  rows: readonly { readonly key: string; readonly version: number; readonly result: string }[],
): Write => ({ sql: INSERT_KEY, rows: rows.map(({ key, version, result }) => [key, version, result]) });

export const insertSettings = (rows: readonly { readonly key: string; readonly value: string }[]): Write => ({
  sql: INSERT_SETTING,
  rows: rows.map(({ key, value }) => [key, value]),
});

/** Only current documents can be found by their addresses. */
export const insertDocuments = (rows: readonly Held<DocumentState>[]): Write[] => [
  { sql: INSERT_DOCUMENT, rows: rows.map(documentValues) },
  {
    sql: INSERT_URL,
    rows: rows
      .filter(({ knownTo }) => knownTo === OPEN)
      .flatMap(({ value: { id, url, otherUrls } }) =>
        [url, ...otherUrls].filter((address) => address !== null).map((address) => [address, id]),
      ),
  },
];

const documentValues = ({ value, knownFrom, knownTo }: Held<DocumentState>): SqlValue[] => [
  value.id,
  knownFrom,
  knownTo,
  value.sha256,
  value.recordedIn,
  foldedText([value.title]),
  value.rank,
  value.published === null ? null : JSON.stringify(value.published),
  JSON.stringify(value),
];

export const insertTexts = (
  rows: readonly { readonly document: string; readonly text: string }[],
): Write => ({
  sql: INSERT_TEXT,
  rows: rows.map(({ document, text }) => [document, text]),
});

export const insertRecords = (
  rows: readonly { readonly document: string; readonly row: string; readonly cells: string }[],
): Write => ({
  sql: INSERT_RECORD,
  rows: rows.map(({ document, row, cells }) => [document, row, cells, cellsHash(cells)]),
});

/** `supersededIn` is a column: it is the one thing about a claim that changes. */
export const insertClaims = (claims: readonly Claim[]): Write => ({
  sql: INSERT_CLAIM,
  rows: claims.map((claim) => [
    claim.id,
    claim.subject,
    claim.document,
    claim.confidence,
    claim.recordedIn,
    claim.supersededIn ?? OPEN,
    JSON.stringify({ ...claim, supersededIn: null }),
  ]),
});

export const insertMemberships = (rows: readonly Held<MembershipState>[]): Write => ({
  sql: INSERT_MEMBERSHIP,
  rows: rows.map(({ value, knownFrom, knownTo }) => {
    const { start, end } = membershipDays(value);
    const { bloc, member, role } = value;
    return [bloc, member, knownFrom, knownTo, role, start, end, JSON.stringify(value)];
  }),
});

export const insertAliases = (rows: readonly Held<AliasRow>[]): Write => ({
  sql: INSERT_ALIAS,
  rows: rows.map(({ value: { from, to, by, score, reasons }, knownFrom, knownTo }) => {
    return [from, to, knownFrom, knownTo, by, score, JSON.stringify(reasons)];
  }),
});

export const insertLinks = (rows: readonly Held<LinkRow>[]): Write => ({
  sql: INSERT_LINK,
  rows: rows.map(({ value, knownFrom, knownTo }) => {
    const { id, kind, a, b, score } = value;
    return [id, kind, a, b, score, knownFrom, knownTo, JSON.stringify(value)];
  }),
});

export const insertAudit = (rows: readonly AuditRow[]): Write => ({
  sql: INSERT_AUDIT,
  rows: rows.map(({ id, at, by, action, subject, reason }) => [id, at, by, action, subject, reason]),
});
