import type { DocumentState } from "@entente/graph-schema";
import type { DocumentQuery, Page } from "../graph-store.ts";
import { readJson, readText, type RunStatement } from "./row.ts";
import { heldAtVersion } from "./stored-version.ts";
import { addressKey } from "./write-documents.ts";

/** Documents as they are now, or as a version knew them: some still are as they were then. */
const known = (version: number | null): string =>
  version === null
    ? "MATCH (d:Document)\nWHERE d.state IS NOT NULL"
    : `MATCH (d:Document|DocumentState)\nWHERE d.state IS NOT NULL AND ${heldAtVersion("d")}`;
const list = ({ after, version }: DocumentQuery): string => `
${known(version)} AND all(word IN $words WHERE d.titleText CONTAINS ' ' + word)
${after ? "AND (d.recordedIn < $recordedIn OR (d.recordedIn = $recordedIn AND d.id < $id))" : ""}
WITH d
ORDER BY d.recordedIn DESC, d.id DESC
LIMIT $limit
RETURN d.state AS state
ORDER BY d.recordedIn DESC, d.id DESC`;
const byId = (version: number | null): string => `
${known(version)} AND d.id IN $ids
RETURN d.id AS id, d.state AS state`;
const BY_SHA = `
MATCH (d:Document)
WHERE d.sha256 IN $sha256
RETURN d.state AS state
ORDER BY d.id`;
const BY_URL = `
MATCH (:Address {key: $key})<-[:FOUND_AT]-(d:Document)
WHERE d.state IS NOT NULL
RETURN d.state AS state
ORDER BY d.id`;
const TEXT = "MATCH (t:DocumentText {document: $id}) RETURN t.text AS text";
const RECORD = "MATCH (r:Record {document: $document, row: $row}) RETURN r.cells AS cells";
const RECORD_HASHES = `
MATCH (r:Record {document: $document})
WHERE r.row IN $rows
RETURN r.row AS row, r.cellsHash AS cellsHash`;

const readStates = async (
  run: RunStatement,
  text: string,
  parameters: Record<string, unknown>,
): Promise<DocumentState[]> =>
  (await run(text, parameters)).map((row) => readJson<DocumentState>(row, "state"));

/** Newest recorded first, then id descending. */
export async function documents(run: RunStatement, query: DocumentQuery): Promise<Page<DocumentState>> {
  const { words, limit, after, version } = query;
  const states = await readStates(run, list(query), {
    words,
    ...(version === null ? {} : { version: BigInt(version) }),
    limit: BigInt(limit + 1),
    ...(after ? { recordedIn: BigInt(after.recordedIn), id: after.id } : {}),
  });
  return { items: states.slice(0, limit), hasMore: states.length > limit };
}

export async function documentsById(
  run: RunStatement,
  ids: readonly string[],
  version: number | null = null,
): Promise<(DocumentState | null)[]> {
  if (ids.length === 0) return [];
  const parameters = { ids, ...(version === null ? {} : { version: BigInt(version) }) };
  const states = new Map(
    (await readStates(run, byId(version), parameters)).map((state) => [state.id, state]),
  );
  return ids.map((id) => states.get(id) ?? null);
}

export const documentsBySha = (run: RunStatement, sha256: readonly string[]): Promise<DocumentState[]> =>
  readStates(run, BY_SHA, { sha256 });

/** Documents found at this address now, whether as their first or as another one. */
export const documentsByUrl = (run: RunStatement, url: string): Promise<DocumentState[]> =>
  readStates(run, BY_URL, { key: addressKey(url) });

export async function documentText(run: RunStatement, id: string): Promise<string | null> {
  const [row] = await run(TEXT, { id });
  return row ? readText(row, "text") : null;
}

export async function record(run: RunStatement, document: string, row: string): Promise<string | null> {
  const [found] = await run(RECORD, { document, row });
  return found ? readText(found, "cells") : null;
}

export async function recordRows(
  run: RunStatement,
  document: string,
  rows: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await run(RECORD_HASHES, { document, rows });
  return new Map(found.map((row) => [readText(row, "row"), readText(row, "cellsHash")]));
}
