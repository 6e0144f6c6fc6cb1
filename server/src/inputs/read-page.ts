import { decodeBytes, readHtml, readPdf, UnreadableError, type ArticleInput } from "@entente/extract";
import { InvalidInputError } from "../errors.ts";
import type { FetchedSource } from "../fetch/fetch-source.ts";
import { MAX_TEXT_LENGTH } from "../ingest/index.ts";
import { isPdf, sniffFormat } from "./detect-format.ts";

/** Longest markup that is parsed, in characters: a page carries several times its text. */
const MAX_MARKUP_LENGTH = 5_000_000;

/** The article on a fetched page or PDF. Throws InvalidInputError for a feed, for data and for what holds no text. */
export async function readPage({ url, bytes, charset, mediaType }: FetchedSource): Promise<ArticleInput> {
  try {
    if (isPdf(bytes)) return { ...(await readPdf(bytes, { maxLength: MAX_TEXT_LENGTH })), url };
    const text = decodeBytes(bytes, charset);
    const format = sniffFormat(text);
    if (format === "feed" || format === "json" || format === "lines") {
      throw new UnreadableError(
        `got ${format === "feed" ? "a feed" : "JSON"}, expected the page of one article`,
      );
    }
    return format === "html" || mediaType.endsWith("html")
      ? { ...readMarkup(text, url), url }
      : { text, url };
  } catch (error) {
    if (error instanceof UnreadableError)
      throw new InvalidInputError(`url: ${error.message}`, ["input", "url"]);
    throw error;
  }
}

/** The article of a page of HTML. Throws UnreadableError for one without text or too long to parse. */
export function readMarkup(html: string, url?: string): ArticleInput {
  if (html.length > MAX_MARKUP_LENGTH) {
    const [got, limit] = [html.length, MAX_MARKUP_LENGTH].map((length) => length.toLocaleString("en"));
    throw new UnreadableError(`got ${got} characters of HTML, expected up to ${limit}`);
  }
  const page = readHtml(html, url);
  if (page.text.trim() === "") throw new UnreadableError("got a page without text, expected an article");
  return page;
}
