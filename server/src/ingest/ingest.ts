import { randomUUID } from "node:crypto";
import { extractArticle, type ArticleInput } from "@entente/extract";
import type { FactBatch } from "@entente/graph-schema";
import { InvalidInputError } from "../errors.ts";
import type { GraphStore } from "../store/graph-store.ts";
import { planIngest, type IngestOptions, type IngestResult, type RowCounts } from "./plan-ingest.ts";
import { planReference } from "./plan-reference.ts";
import { validateBatch } from "./validate-batch.ts";

/** Longest text that is read, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 1_000_000;

const now = (): string => new Date().toISOString();

/** Options of an ingest; the moment is the clock's unless given. */
export type IngestRequest = Partial<IngestOptions> & {
  /** Plan only: nothing is written. */
  readonly dryRun?: boolean;
};

/**
 * Puts one batch into the graph: whole or not at all, once however often it is sent. Throws InvalidInputError for a
 * batch that does not fit the contract.
 */
export async function ingestBatch(
  store: GraphStore,
  batch: FactBatch,
  request: IngestRequest = {},
): Promise<IngestResult> {
  const valid = validateBatch(batch);
  const { dryRun = false, ...rest } = request;
  const options = { ...rest, at: request.at ?? now() };
  return store.commitPlan(
    async (read) => {
      const planned = await planIngest(valid, options, read);
      return dryRun ? { ...planned, plan: null } : planned;
    },
    { idempotencyKey: randomUUID() },
  );
}

/**
 * Puts a part of a data set into the graph as ingestBatch does, and answers only with how many rows were new: what
 * hundreds of rows state is not worth keeping twice.
 */
export async function ingestRows(
  store: GraphStore,
  batch: FactBatch,
  at: string = now(),
): Promise<RowCounts> {
  const valid = validateBatch(batch);
  return store.commitPlan(
    async (read) => {
      const { plan, result } = await planIngest(valid, { at }, read);
      return { plan, result: result.rows };
    },
    { idempotencyKey: randomUUID() },
  );
}

/** Extracts an article's facts and ingests them; throws InvalidInputError for an empty or over-long text. */
export async function ingestArticle(
  store: GraphStore,
  article: ArticleInput,
  request: IngestRequest = {},
): Promise<IngestResult> {
  if (article.text.trim() === "")
    throw new InvalidInputError("text: got nothing, expected an article's text", ["text"]);
  if (article.text.length > MAX_TEXT_LENGTH) {
    const got = article.text.length.toLocaleString("en");
    throw new InvalidInputError(
      `text: got ${got} characters, expected at most ${MAX_TEXT_LENGTH.toLocaleString("en")}`,
      ["text"],
    );
  }
  return ingestBatch(store, extractArticle(article), request);
}

/** Loads the reference tables where the store has none or others; true when it wrote. */
export async function loadReference(store: GraphStore, at: string = now()): Promise<boolean> {
  return store.commitPlan(
    async (read) => {
      const plan = await planReference(read, at);
      return { plan, result: plan !== null };
    },
    { idempotencyKey: randomUUID() },
  );
}
