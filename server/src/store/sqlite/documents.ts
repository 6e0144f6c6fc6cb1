import type { DocumentState } from "@entente/graph-schema";
import type { DocumentQuery, Page } from "../graph-store.ts";
import { allOf } from "./agreement-filter.ts";
import { listValue, type Row } from "./connection.ts";
import type { Reader } from "./read-pool.ts";
import { holdsAt, type Condition } from "./versions.ts";

const CURRENT = holdsAt("d", null).sql;

const pageStatement = (condition: string): string =>
  `SELECT d.state FROM document d WHERE ${condition} ORDER BY d.recorded_in DESC, d.id DESC LIMIT ?`;
const byIdStatement = (condition: string): string =>
  `SELECT d.id, d.state FROM document d WHERE d.id IN (SELECT value FROM json_each(?)) AND ${condition}`;
const BY_SHA = `SELECT d.state FROM document d WHERE d.sha256 IN (SELECT value FROM json_each(?)) AND ${CURRENT} ORDER BY d.id`;
const BY_URL = `SELECT d.state FROM document_url u JOIN document d ON d.id = u.document AND ${CURRENT}
WHERE u.url = ? ORDER BY d.id LIMIT 1000`;
const TEXT = "SELECT text FROM document_text WHERE document = ?";
const RECORD = "SELECT cells FROM record WHERE document = ? AND row = ?";
const RECORD_HASHES =
  "SELECT row, cells_hash FROM record WHERE document = ? AND row IN (SELECT value FROM json_each(?))";

const toDocument = (row: Row): DocumentState => JSON.parse(String(row.state)) as DocumentState;

export async function documents(reader: Reader, query: DocumentQuery): Promise<Page<DocumentState>> {
  const { after, limit } = query;
  const conditions: Condition[] = [
    holdsAt("d", query.version),
    ...query.words.map((word) => ({ sql: "instr(d.title_text, ?) > 0", values: [` ${word}`] })),
  ];
  if (after) {
    conditions.push({ sql: "(d.recorded_in, d.id) < (?, ?)", values: [after.recordedIn, after.id] });
  }
  const { sql, values } = allOf(conditions);
  const rows = await reader.all(pageStatement(sql), [...values, limit + 1]);
  return { items: rows.slice(0, limit).map(toDocument), hasMore: rows.length > limit };
}

export async function documentsById(
  reader: Reader,
  ids: readonly string[],
  version: number | null = null,
): Promise<(DocumentState | null)[]> {
  const { sql, values } = holdsAt("d", version);
  const rows = await reader.all(byIdStatement(sql), [listValue(ids), ...values]);
  const found = new Map(rows.map((row) => [String(row.id), toDocument(row)] as const));
  return ids.map((id) => found.get(id) ?? null);
}

export const documentsBySha = async (reader: Reader, sha256: readonly string[]): Promise<DocumentState[]> =>
  (await reader.all(BY_SHA, [listValue(sha256)])).map(toDocument);

export const documentsByUrl = async (reader: Reader, url: string): Promise<DocumentState[]> =>
  (await reader.all(BY_URL, [url])).map(toDocument);

export async function documentText(reader: Reader, id: string): Promise<string | null> {
  const [row] = await reader.all(TEXT, [id]);
  return row ? String(row.text) : null;
}

export async function record(reader: Reader, document: string, row: string): Promise<string | null> {
  const [found] = await reader.all(RECORD, [document, row]);
  return found ? String(found.cells) : null;
}

export async function recordRows(
  reader: Reader,
  document: string,
  rows: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await reader.all(RECORD_HASHES, [document, listValue(rows)]);
  return new Map(found.map((row) => [String(row.row), String(row.cells_hash)]));
}
