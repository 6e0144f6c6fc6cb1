import { randomUUID } from "node:crypto";
import { extractArticle, UnreadableError, type ArticleInput } from "@entente/extract";
import {
  isCalendarDay,
  type AgreementState,
  type DocumentState,
  type SourcedClaim,
} from "@entente/graph-schema";
import { InvalidInputError } from "../errors.ts";
import type { FetchSource } from "../fetch/fetch-source.ts";
import { checkArticle } from "../inputs/check-article.ts";
import { readMarkup, readPage } from "../inputs/read-page.ts";
import { ingestArticle, MAX_TEXT_LENGTH } from "../ingest/index.ts";
import { planIngest } from "../ingest/plan-ingest.ts";
import { validateBatch } from "../ingest/validate-batch.ts";
import type { GraphStore } from "../store/graph-store.ts";
import { NEWEST_FIRST } from "./list-agreements.ts";
import { MAX_PAGE } from "./page.ts";
import { primePreview } from "./prime-preview.ts";
import type { Loaders } from "./read-context.ts";

type Maybe<T> = T | null | undefined;

export interface IngestDocumentInput {
  readonly url?: Maybe<string>;
  readonly text?: Maybe<string>;
  readonly html?: Maybe<string>;
  readonly title?: Maybe<string>;
  readonly publisher?: Maybe<string>;
  readonly published?: Maybe<string>;
  readonly language?: Maybe<string>;
  readonly dryRun?: Maybe<boolean>;
}

export interface IngestedDocument {
  readonly document: DocumentState;
  readonly duplicate: boolean;
  readonly agreements: readonly AgreementState[];
  readonly claims: readonly SourcedClaim[];
}

interface Writing {
  readonly store: GraphStore;
  readonly loaders: Loaders;
}

interface Ingesting extends Writing {
  readonly fetchSource: FetchSource;
}

/** Stores an article with what it states, or with `dryRun` only shows it. Throws InvalidInputError for what does not fit. */
export async function ingestDocument(
  { store, loaders, fetchSource }: Ingesting,
  input: IngestDocumentInput,
): Promise<IngestedDocument> {
  const article = await readArticle(input, fetchSource);
  if (input.dryRun) return await preview({ store, loaders }, article);
  const result = await ingestArticle(store, article);
  return result.duplicate ? await withStored(store, result.document) : result;
}

function fail(field: string, got: string, expected: string): never {
  throw new InvalidInputError(`${field}: got ${got}, expected ${expected}`, ["input", field]);
}

/** The article that the input means; what the caller names wins over what the page says. */
async function readArticle(input: IngestDocumentInput, fetchSource: FetchSource): Promise<ArticleInput> {
  if (input.published != null && !isCalendarDay(input.published)) {
    fail("published", `"${input.published}"`, "a calendar day YYYY-MM-DD");
  }
  const { field, found } = await findArticle(input, fetchSource);
  if (found.text.trim() === "") fail(field, "nothing", "an article's text");
  checkArticle(found, field);
  const { title, publisher, published, language } = input;
  return {
    ...found,
    ...(title != null && { title }),
    ...(published != null && { published }),
    ...(publisher != null && { publisher }),
    ...(language != null && { language }),
  };
}

interface Found {
  /** The input that gave it. */
  readonly field: "text" | "html" | "url";
  readonly found: ArticleInput;
}

/** Text and html come with an address that is only recorded; an address alone is fetched. */
async function findArticle(
  { text, html, url }: IngestDocumentInput,
  fetchSource: FetchSource,
): Promise<Found> {
  if (text != null && html != null) fail("html", "text and html", "one of them");
  const recorded = url == null ? {} : { url };
  if (text != null) return { field: "text", found: { text, ...recorded } };
  if (html != null) return { field: "html", found: { ...readHtmlInput(html, url), ...recorded } };
  if (url == null) return fail("text", "neither text, html nor url", "one of them");
  return { field: "url", found: await readPage(await fetchSource(url)) };
}

function readHtmlInput(html: string, url: Maybe<string>): ArticleInput {
  try {
    return readMarkup(checkLength("html", html), url ?? undefined);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    throw new InvalidInputError(`html: ${error.message}`, ["input", "html"]);
  }
}

function checkLength(field: string, text: string): string {
  if (text.length <= MAX_TEXT_LENGTH) return text;
  return fail(field, `${text.length} characters`, `up to ${MAX_TEXT_LENGTH}; split it or leave out the rest`);
}

async function preview({ store, loaders }: Writing, article: ArticleInput): Promise<IngestedDocument> {
  const batch = validateBatch(extractArticle(article));
  const { plan, result } = await store.commitPlan(
    async (read) => ({
      plan: null,
      result: await planIngest(batch, { at: new Date().toISOString() }, read),
    }),
    { idempotencyKey: `preview ${randomUUID()}` },
  );
  if (result.duplicate || !plan) return await withStored(store, result.document);
  primePreview(loaders, plan, result.claims);
  return result;
}

/** What a document that was there already states. */
async function withStored(store: GraphStore, document: DocumentState): Promise<IngestedDocument> {
  const scope = { filter: { viaOrganizations: true, documents: [document.id] }, version: null };
  const [agreements, claims] = await Promise.all([
    store.listAgreements(scope, NEWEST_FIRST, { limit: MAX_PAGE, start: null, backward: false }),
    store.claims({ document: document.id, version: null }),
  ]);
  return { document, duplicate: true, agreements: agreements.items, claims };
}
