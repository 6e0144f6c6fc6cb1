import type { DocumentRef, DocumentState } from "@entente/graph-schema";
import type { PlanningReader } from "../store/graph-store.ts";
import { articleId, datasetId, sha256 } from "./hash-ids.ts";
import { sourceRank } from "./source-rank.ts";

export interface PlannedDocument {
  readonly document: DocumentState;
  /** A document of this text, or this release of the data set, is stored already. */
  readonly known: boolean;
  /** It is known, but a new address came with it. */
  readonly changed: boolean;
}

interface Moment {
  readonly version: number;
  readonly at: string;
}

/** The document of a batch: the stored one where its text or release is known, else a new state. */
export async function planDocument(
  ref: DocumentRef,
  moment: Moment,
  read: PlanningReader,
): Promise<PlannedDocument> {
  const sha = sha256(ref.type === "article" ? ref.text : `${ref.dataset}\n${ref.release}`);
  const [stored] = await read.documentsBySha([sha]);
  if (stored) return withAddress(stored, ref.url);
  const sameUrl = ref.type === "article" && ref.url ? await read.documentsByUrl(ref.url) : [];
  const [earlier] = [...sameUrl].sort((a, b) => b.recordedIn - a.recordedIn);
  return {
    document: newDocument(ref, { sha, ...moment, revisionOf: earlier?.id ?? null }),
    known: false,
    changed: false,
  };
}

function withAddress(stored: DocumentState, url: string | undefined): PlannedDocument {
  if (!url || url === stored.url || stored.otherUrls.includes(url))
    return { document: stored, known: true, changed: false };
  const document = stored.url ? { ...stored, otherUrls: [...stored.otherUrls, url] } : { ...stored, url };
  return { document, known: true, changed: true };
}

interface NewDocument extends Moment {
  readonly sha: string;
  readonly revisionOf: string | null;
}

function newDocument(ref: DocumentRef, { sha, version, at, revisionOf }: NewDocument): DocumentState {
  const isArticle = ref.type === "article";
  return {
    id: isArticle ? articleId(sha) : datasetId(ref.dataset, ref.release),
    type: ref.type,
    title: ref.title,
    url: ref.url ?? null,
    otherUrls: [],
    publisher: ref.publisher ?? null,
    published: isArticle ? (ref.published ?? null) : null,
    language: isArticle ? ref.language : "en",
    sha256: sha,
    rank: sourceRank(ref),
    licence: isArticle ? null : ref.licence,
    syndicatedFrom: null,
    revisionOf,
    textLength: isArticle ? ref.text.length : 0,
    recordedIn: version,
    recordedAt: at,
  };
}
