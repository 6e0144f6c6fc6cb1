import type { Claim, DocumentState, EntityState, MembershipState } from "@entente/graph-schema";
import { StoreUnavailableError } from "../../errors.ts";
import type { DumpTable, DumpTables, TypedDumpRow } from "../dump-tables.ts";
import type { LinkRow } from "../plan.ts";
import { toProfileRow } from "./profiles.ts";
import { versionNumber } from "./log.ts";
import {
  readJson,
  readNumber,
  readNumberOrNull,
  readText,
  readTextOrNull,
  readTexts,
  type Parameters,
  type Row,
  type RunStatement,
} from "./row.ts";

/** One table, read page by page: `text` returns rows after the key `$after`, ordered by `key`. */
interface DumpedTable<T extends DumpTable> {
  readonly text: string;
  /** Less than every key. */
  readonly first: string | bigint | Parameters;
  /** Keys, not rows, of one page. */
  readonly pageSize: number;
  readonly toRow: (row: Row) => DumpTables[T];
}

const versioned = (row: Row) => ({
  knownFrom: readNumber(row, "knownFrom"),
  knownTo: readNumberOrNull(row, "knownTo"),
});

/** The current state of each node of a page, and the former ones. */
const statesOf = (label: string): string => `
MATCH (n:${label})
WHERE n.id > $after AND (n.state IS NOT NULL OR EXISTS { (n)<-[:STATE_OF]-() })
WITH n ORDER BY n.id LIMIT $limit
CALL (n) {
  WITH n WHERE n.state IS NOT NULL
  RETURN n.state AS state, n.knownFrom AS knownFrom, null AS knownTo
  UNION ALL
  MATCH (n)<-[:STATE_OF]-(former)
  RETURN former.state AS state, former.knownFrom AS knownFrom, former.knownTo AS knownTo
}
RETURN n.id AS key, state, knownFrom, knownTo
ORDER BY key, knownFrom`;

const TABLES: { readonly [T in DumpTable]: DumpedTable<T> } = {
  version: {
    text: `MATCH (v:Version) WHERE v.version > $after
RETURN v.version AS key, v.at AS at ORDER BY key LIMIT $limit`,
    first: -1n,
    pageSize: 1_000,
    toRow: (row) => ({ version: readNumber(row, "key"), at: readText(row, "at") }),
  },
  setting: {
    text: `MATCH (s:Setting) WHERE s.key > $after
RETURN s.key AS key, s.value AS value ORDER BY key LIMIT $limit`,
    first: "",
    pageSize: 1_000,
    toRow: (row) => ({ key: readText(row, "key"), value: readText(row, "value") }),
  },
  document: {
    text: statesOf("Document"),
    first: "",
    pageSize: 500,
    toRow: (row) => ({ document: readJson<DocumentState>(row, "state"), ...versioned(row) }),
  },
  text: {
    text: `MATCH (t:DocumentText) WHERE t.document > $after
RETURN t.document AS key, t.text AS text ORDER BY key LIMIT $limit`,
    first: "",
    pageSize: 20,
    toRow: (row) => ({ document: readText(row, "key"), text: readText(row, "text") }),
  },
  record: {
    text: `CALL () {
  MATCH (r:Record) WHERE r.document = $after.document AND r.row > $after.row
  RETURN r ORDER BY r.document, r.row LIMIT $limit
  UNION ALL
  MATCH (r:Record) WHERE r.document > $after.document
  RETURN r ORDER BY r.document, r.row LIMIT $limit
}
WITH r ORDER BY r.document, r.row LIMIT $limit
RETURN {document: r.document, row: r.row} AS key, r.cells AS cells
ORDER BY r.document, r.row`,
    first: { document: "", row: "" },
    pageSize: 500,
    toRow: (row) => ({ ...(row.key as { document: string; row: string }), cells: readText(row, "cells") }),
  },
  claim: {
    text: `MATCH (c:Claim) WHERE c.id > $after
RETURN c.id AS key, c.claim AS claim, c.supersededIn AS supersededIn ORDER BY key LIMIT $limit`,
    first: "",
    pageSize: 1_000,
    toRow: (row) => ({
      claim: { ...readJson<Claim>(row, "claim"), supersededIn: readNumberOrNull(row, "supersededIn") },
    }),
  },
  state: {
    text: statesOf("Entity"),
    first: "",
    pageSize: 500,
    toRow: (row) => ({ state: readJson<EntityState>(row, "state"), ...versioned(row) }),
  },
  membership: {
    text: `MATCH (bloc:Entity) WHERE bloc.id > $after AND EXISTS { (bloc)<-[:MEMBER_OF|WAS_MEMBER_OF]-() }
WITH bloc ORDER BY bloc.id LIMIT $limit
MATCH (bloc)<-[r:MEMBER_OF|WAS_MEMBER_OF]-(member:Entity)
RETURN bloc.id AS key, r.state AS membership, r.knownFrom AS knownFrom, r.knownTo AS knownTo
ORDER BY key, member.id, r.knownFrom, r.start, r.role`,
    first: "",
    pageSize: 20,
    toRow: (row) => ({ membership: readJson<MembershipState>(row, "membership"), ...versioned(row) }),
  },
  alias: {
    text: `MATCH (from:Entity) WHERE from.id > $after AND EXISTS { (from)-[:ALIAS_OF|WAS_ALIAS_OF]->() }
WITH from ORDER BY from.id LIMIT $limit
MATCH (from)-[a:ALIAS_OF|WAS_ALIAS_OF]->(to:Entity)
RETURN from.id AS key, to.id AS to, a.by AS by, a.score AS score, a.reasons AS reasons,
  a.knownFrom AS knownFrom, a.knownTo AS knownTo
ORDER BY key, a.knownFrom`,
    first: "",
    pageSize: 500,
    toRow: (row) => ({
      alias: {
        from: readText(row, "key"),
        to: readText(row, "to"),
        by: readText(row, "by"),
        score: Number(row.score),
        reasons: readTexts(row, "reasons"),
      },
      ...versioned(row),
    }),
  },
  link: {
    text: `MATCH (l:Link) WHERE l.id > $after
RETURN l.id AS key, l.link AS link, l.knownFrom AS knownFrom, l.knownTo AS knownTo ORDER BY key LIMIT $limit`,
    first: "",
    pageSize: 1_000,
    toRow: (row) => ({ link: readJson<LinkRow>(row, "link"), ...versioned(row) }),
  },
  profile: {
    text: `MATCH (p:MatchProfile) WHERE p.id > $after
RETURN p.id AS key, p.id AS id, p.document AS document, p.keys AS keys, p.profile AS profile ORDER BY key LIMIT $limit`,
    first: "",
    pageSize: 500,
    toRow: (row) => ({ profile: toProfileRow(row) }),
  },
  audit: {
    text: `MATCH (e:AuditEntry) WHERE e.id > $after
RETURN e.id AS key, e.at AS at, e.by AS by, e.action AS action, e.subject AS subject, e.reason AS reason
ORDER BY key LIMIT $limit`,
    first: "",
    pageSize: 1_000,
    toRow: (row) => ({
      audit: {
        id: readText(row, "key"),
        at: readText(row, "at"),
        by: readText(row, "by"),
        action: readText(row, "action"),
        subject: readText(row, "subject"),
        reason: readTextOrNull(row, "reason"),
      },
    }),
  },
  idempotency: {
    text: `MATCH (c:Commit) WHERE c.key > $after
RETURN c.key AS key, c.version AS version, c.result AS result ORDER BY key LIMIT $limit`,
    first: "",
    pageSize: 1_000,
    toRow: (row) => ({
      key: readText(row, "key"),
      version: readNumber(row, "version"),
      result: readText(row, "result"),
    }),
  },
};

async function* dumpTable<T extends DumpTable>(run: RunStatement, table: T): AsyncIterable<DumpTables[T]> {
  const { text, first, pageSize, toRow } = TABLES[table];
  let after: unknown = first;
  for (;;) {
    const rows = await run(text, { after, limit: BigInt(pageSize) });
    const last = rows.at(-1);
    if (!last) return;
    for (const row of rows) yield toRow(row);
    after = last.key;
  }
}

/**
 * Every row of the store in a stable order. Neo4j reads no snapshot across statements, so a commit meanwhile is a
 * fault: the dump would be of no version.
 */
export async function* dump(run: RunStatement): AsyncIterable<TypedDumpRow> {
  const before = await versionNumber(run);
  for (const table of Object.keys(TABLES) as DumpTable[]) {
    for await (const row of dumpTable(run, table)) yield { table, row } as TypedDumpRow;
  }
  const after = await versionNumber(run);
  if (after === before) return;
  throw new StoreUnavailableError(
    `The store changed while it was read: got version ${after}, expected ${before}. Stop what writes to it, and try again.`,
  );
}
