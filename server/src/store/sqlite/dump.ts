import type { Claim, DocumentState, EntityState, MembershipState } from "@entente/graph-schema";
import type { DumpTable, TypedDumpRow } from "../dump-tables.ts";
import { toAliasRow } from "./aliases.ts";
import { toAuditRow } from "./audit-log.ts";
import type { Connection, Row, SqlValue } from "./connection.ts";
import { toLinkRow } from "./links.ts";
import { toProfileRow } from "./profiles.ts";
import { OPEN, knownTo } from "./versions.ts";

/** Rows a statement: small enough to keep little in memory, large enough not to matter in time. */
const PAGE_ROWS = 500;

interface Source {
  readonly table: DumpTable;
  /** Takes the last row's cursor values and a limit; ordered by the cursor's columns. */
  readonly sql: string;
  readonly cursor: readonly string[];
  /** Below every value of the cursor's columns. */
  readonly start: readonly SqlValue[];
  readonly toRow: (row: Row) => TypedDumpRow;
}

const parse = <T>(value: Row[string] | undefined): T => JSON.parse(String(value)) as T;
const versions = (row: Row) => ({ knownFrom: Number(row.known_from), knownTo: knownTo(row.known_to) });

const page = (columns: string, from: string, cursor: string): string =>
  `SELECT ${columns} FROM ${from} WHERE (${cursor}) > (${cursor.split(", ").fill("?").join(", ")}) ORDER BY ${cursor} LIMIT ${PAGE_ROWS}`;

/** Each arm reads one page of its own by its index; the two are then merged. */
const ALL_STATES = `
SELECT * FROM (SELECT e.id, e.known_from, e.known_to, e.state FROM entity_state e
  WHERE (e.id, e.known_from) > (?1, ?2) ORDER BY e.id, e.known_from LIMIT ${PAGE_ROWS})
UNION ALL
SELECT * FROM (SELECT s.id, s.known_from, s.known_to, b.state
  FROM agreement_state s JOIN agreement_body b ON b.key = s.key
  WHERE (s.id, s.known_from) > (?1, ?2) ORDER BY s.id, s.known_from LIMIT ${PAGE_ROWS})
ORDER BY id, known_from LIMIT ${PAGE_ROWS}`;

const SOURCES: readonly Source[] = [
  {
    table: "version",
    sql: page("*", "data_version", "version"),
    cursor: ["version"],
    start: [-1],
    toRow: (row) => ({ table: "version", row: { version: Number(row.version), at: String(row.at) } }),
  },
  {
    table: "setting",
    sql: page("*", "setting", "key"),
    cursor: ["key"],
    start: [""],
    toRow: (row) => ({ table: "setting", row: { key: String(row.key), value: String(row.value) } }),
  },
  {
    table: "document",
    sql: page("*", "document", "id, known_from"),
    cursor: ["id", "known_from"],
    start: ["", 0],
    toRow: (row) => ({
      table: "document",
      row: { ...versions(row), document: parse<DocumentState>(row.state) },
    }),
  },
  {
    table: "text",
    sql: page("*", "document_text", "document"),
    cursor: ["document"],
    start: [""],
    toRow: (row) => ({ table: "text", row: { document: String(row.document), text: String(row.text) } }),
  },
  {
    table: "record",
    sql: page("*", "record", "document, row"),
    cursor: ["document", "row"],
    start: ["", ""],
    toRow: (row) => ({
      table: "record",
      row: { document: String(row.document), row: String(row.row), cells: String(row.cells) },
    }),
  },
  {
    table: "claim",
    sql: page("*", "claim", "id"),
    cursor: ["id"],
    start: [""],
    toRow: (row) => ({
      table: "claim",
      row: { claim: { ...parse<Claim>(row.body), supersededIn: knownTo(row.superseded_in) } },
    }),
  },
  {
    table: "state",
    sql: ALL_STATES,
    cursor: ["id", "known_from"],
    start: ["", 0],
    toRow: (row) => ({ table: "state", row: { ...versions(row), state: parse<EntityState>(row.state) } }),
  },
  {
    table: "membership",
    sql: page("rowid AS place, *", "membership", "bloc, member, known_from, start_day, role, rowid"),
    cursor: ["bloc", "member", "known_from", "start_day", "role", "place"],
    start: ["", "", 0, "", "", 0],
    toRow: (row) => ({
      table: "membership",
      row: { ...versions(row), membership: parse<MembershipState>(row.state) },
    }),
  },
  {
    table: "alias",
    sql: page("*", "alias", "from_id, known_from"),
    cursor: ["from_id", "known_from"],
    start: ["", 0],
    toRow: (row) => ({ table: "alias", row: { ...versions(row), alias: toAliasRow(row) } }),
  },
  {
    table: "link",
    sql: page("*", "link", "id"),
    cursor: ["id"],
    start: [""],
    toRow: (row) => ({ table: "link", row: { ...versions(row), link: toLinkRow(row) } }),
  },
  {
    table: "profile",
    sql: page("*", "match_profile", "id"),
    cursor: ["id"],
    start: [""],
    toRow: (row) => ({ table: "profile", row: { profile: toProfileRow(row) } }),
  },
  {
    table: "audit",
    sql: page("*", "audit", "id"),
    cursor: ["id"],
    start: [""],
    toRow: (row) => ({ table: "audit", row: { audit: toAuditRow(row) } }),
  },
  {
    table: "idempotency",
    sql: page("*", "idempotency", "key"),
    cursor: ["key"],
    start: [""],
    toRow: (row) => ({
      table: "idempotency",
      row: { key: String(row.key), version: Number(row.version), result: String(row.result) },
    }),
  },
];

/** Every row of the store as one snapshot knows it. The connection is used by nothing else meanwhile, and closed. */
export async function* dump(connection: Connection): AsyncGenerator<TypedDumpRow> {
  try {
    await connection.exec("BEGIN DEFERRED");
    for (const source of SOURCES) yield* readTable(connection, source);
  } finally {
    await connection.close();
  }
}

async function* readTable(connection: Connection, source: Source): AsyncGenerator<TypedDumpRow> {
  let after: readonly SqlValue[] = source.start;
  for (;;) {
    const rows = await connection.all(source.sql, after);
    for (const row of rows) yield source.toRow(row);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_ROWS) return;
    after = source.cursor.map((column) => last[column] ?? null);
  }
}

/** What a loaded row's `knownTo` is in this engine. */
export const toKnownTo = (version: number | null): number => version ?? OPEN;
