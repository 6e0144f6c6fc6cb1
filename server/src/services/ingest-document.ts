import { randomUUID } from "node:crypto";
import { extractArticle, readHtml, type ArticleInput } from "@entente/extract";
import {
  isCalendarDay,
  type AgreementState,
  type DocumentState,
  type SourcedClaim,
} from "@entente/graph-schema";
import { InvalidInputError } from "../errors.ts";
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

/** Stores an article with what it states, or with `dryRun` only shows it. Throws InvalidInputError for what does not fit. */
export async function ingestDocument(
  { store, loaders }: Writing,
  input: IngestDocumentInput,
): Promise<IngestedDocument> {
  const article = readArticle(input);
  if (input.dryRun) return await preview({ store, loaders }, article);
  const result = await ingestArticle(store, article);
  return result.duplicate ? await withStored(store, result.document) : result;
}

function fail(field: string, got: string, expected: string): never {
  throw new InvalidInputError(`${field}: got ${got}, expected ${expected}`, ["input", field]);
}

/** The article that the input means; what the caller names wins over what the page says. */
function readArticle(input: IngestDocumentInput): ArticleInput {
  const { text, html } = input;
  if (text == null && html == null) {
    if (input.url != null) {
      fail("url", "a url alone", "text or html beside it: this version does not fetch pages");
    }
    fail("text", "neither text nor html", "one of them");
  }
  if (text != null && html != null) fail("html", "text and html", "one of them");
  const page = html == null ? null : readHtml(checkLength("html", html), input.url ?? undefined);
  const found = page?.text ?? text ?? "";
  if (found.trim() === "") {
    fail(
      html == null ? "text" : "html",
      html == null ? "nothing" : "a page without text",
      "an article's text",
    );
  }
  const published = input.published ?? page?.published;
  if (published != null && html == null && !isCalendarDay(published)) {
    fail("published", `"${published}"`, "a calendar day YYYY-MM-DD");
  }
  const [title, publisher, language] = [
    input.title ?? page?.title,
    input.publisher ?? page?.publisher,
    input.language ?? page?.language,
  ];
  return {
    text: checkLength("text", found),
    ...(title != null && { title }),
    ...(published != null && { published }),
    ...(publisher != null && { publisher }),
    ...(input.url != null && { url: input.url }),
    ...(language != null && { language }),
  };
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
