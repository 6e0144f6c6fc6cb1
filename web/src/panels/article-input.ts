export interface ArticleDraft {
  readonly body: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly url: string;
}

export const EMPTY_DRAFT: ArticleDraft = { body: "", title: "", publisher: "", published: "", url: "" };

/** Pasted page source rather than prose: it starts with a tag and closes one. */
const looksLikeHtml = (body: string): boolean =>
  /^\s*<(?:!doctype|[a-z])/i.test(body) && /<\/[a-z]+>/i.test(body);

/** The API's input: only what was filled in, the body as text or html. */
export function toIngestInput(draft: ArticleDraft, dryRun: boolean) {
  const body = looksLikeHtml(draft.body) ? { html: draft.body } : { text: draft.body };
  return {
    ...body,
    dryRun,
    ...(draft.title.trim() ? { title: draft.title.trim() } : {}),
    ...(draft.publisher.trim() ? { publisher: draft.publisher.trim() } : {}),
    ...(draft.published ? { published: draft.published } : {}),
    ...(draft.url.trim() ? { url: draft.url.trim() } : {}),
  };
}
