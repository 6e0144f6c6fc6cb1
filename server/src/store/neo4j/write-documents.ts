import { createHash } from "node:crypto";
import type { DocumentState } from "@entente/graph-schema";
import { foldedText } from "../agreement-keys.ts";
import { cellsHash } from "../cells-hash.ts";
import { byKey, writeInBatches } from "./batches.ts";
import type { Parameters, RunStatement } from "./row.ts";

export interface KnownDocument {
  readonly document: DocumentState;
  readonly knownFrom: number;
}
export interface FormerDocument extends KnownDocument {
  readonly knownTo: number;
}

const WRITE = `
UNWIND $rows AS row
MERGE (d:Document {id: row.id})
SET d += row.properties`;
const KEEP = `
UNWIND $rows AS row
MERGE (d:Document {id: row.id})
CREATE (former:DocumentState)-[:STATE_OF]->(d)
SET former = row.properties`;
const DELETE_ADDRESSES = `
UNWIND $rows AS row
MATCH (:Document {id: row.id})-[link:FOUND_AT]->()
DELETE link`;
const MERGE_ADDRESSES = `
UNWIND $rows AS row
MERGE (address:Address {key: row.key})
SET address.url = row.url`;
const LINK_ADDRESSES = `
UNWIND $rows AS row
MATCH (d:Document {id: row.id})
MATCH (address:Address {key: row.key})
MERGE (d)-[:FOUND_AT]->(address)`;
const WRITE_TEXTS = `
UNWIND $rows AS row
MERGE (t:DocumentText {document: row.document})
SET t.text = row.text`;
const LINK_TEXTS = `
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MATCH (t:DocumentText {document: row.document})
MERGE (d)-[:HAS_TEXT]->(t)`;
const WRITE_RECORDS = `
UNWIND $rows AS row
MERGE (r:Record {document: row.document, row: row.row})
SET r.cells = row.cells, r.cellsHash = row.cellsHash`;
const LINK_RECORDS = `
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MATCH (r:Record {document: row.document, row: row.row})
MERGE (r)-[:ROW_OF]->(d)`;

/** Addresses may be longer than an index key, so they are found by hash. */
export const addressKey = (url: string): string => createHash("sha256").update(url).digest("hex");

const properties = ({ document, knownFrom }: KnownDocument): Parameters => ({
  id: document.id,
  type: document.type,
  title: document.title,
  titleText: foldedText([document.title]),
  url: document.url,
  publisher: document.publisher,
  published: document.published?.text ?? null,
  sha256: document.sha256,
  rank: document.rank,
  recordedIn: BigInt(document.recordedIn),
  knownFrom: BigInt(knownFrom),
  state: JSON.stringify(document),
});

const addressesOf = ({ url, otherUrls }: DocumentState): string[] => [
  ...new Set([...(url === null ? [] : [url]), ...otherUrls]),
];

/** Writes the current states of documents, and under which addresses they were found. */
export async function writeDocuments(run: RunStatement, known: readonly KnownDocument[]): Promise<void> {
  const sorted = byKey(known, ({ document }) => document.id);
  const addresses = sorted.flatMap(({ document }) =>
    addressesOf(document).map((url) => ({ id: document.id, url, key: addressKey(url) })),
  );
  const rows = sorted.map((each) => ({ id: each.document.id, properties: properties(each) }));
  await writeInBatches(run, WRITE, { rows });
  await writeInBatches(run, DELETE_ADDRESSES, { rows: rows.map(({ id }) => ({ id })) });
  await writeInBatches(run, MERGE_ADDRESSES, { rows: addresses });
  await writeInBatches(run, LINK_ADDRESSES, { rows: addresses });
}

/** Keeps superseded states of documents apart from the current ones. */
export async function writeFormerDocuments(
  run: RunStatement,
  former: readonly FormerDocument[],
): Promise<void> {
  const rows = former.map((each) => ({
    id: each.document.id,
    properties: {
      ...properties(each),
      key: `${each.document.id}@${each.knownFrom}`,
      knownTo: BigInt(each.knownTo),
    },
  }));
  await writeInBatches(run, KEEP, { rows: byKey(rows, ({ properties: { key } }) => key) });
}

export async function writeTexts(
  run: RunStatement,
  texts: readonly { readonly document: string; readonly text: string }[],
): Promise<void> {
  const rows = byKey(texts, ({ document }) => document).map(({ document, text }) => ({ document, text }));
  // One text may have 50 MB: each goes in a message of its own.
  await writeInBatches(run, WRITE_TEXTS, { rows, rowsPerStatement: 1 });
  await writeInBatches(run, LINK_TEXTS, { rows: rows.map(({ document }) => ({ document })) });
}

export async function writeRecords(
  run: RunStatement,
  records: readonly { readonly document: string; readonly row: string; readonly cells: string }[],
): Promise<void> {
  const rows = records.map(({ document, row, cells }) => ({
    document,
    row,
    cells,
    cellsHash: cellsHash(cells),
  }));
  const sorted = byKey(rows, ({ document, row }) => `${document} ${row}`);
  await writeInBatches(run, WRITE_RECORDS, { rows: sorted });
  await writeInBatches(run, LINK_RECORDS, { rows: sorted.map(({ document, row }) => ({ document, row })) });
}
