import { isCalendarDay } from "@entente/graph-schema";
import { normalizeText } from "./normalize-text.ts";
import { readFragment } from "./read-html.ts";
import { UnreadableError } from "./unreadable-error.ts";

/** One item of a feed; `text` is empty where the feed only names it. */
export interface FeedItem {
  readonly title?: string;
  readonly url?: string;
  /** YYYY-MM-DD, as the feed's own clock had it. */
  readonly published?: string;
  /** The feed's title. */
  readonly publisher?: string;
  readonly text: string;
}

export interface Feed {
  readonly items: readonly FeedItem[];
  /** Items in the feed; more than `items` holds where the limit cut it. */
  readonly total: number;
}

type Text = string | { readonly value?: unknown } | null | undefined;
type Dates = { readonly dates?: readonly unknown[] } | undefined;

/** What the four formats call an item's parts; each has some of them. */
interface RawItem {
  readonly title?: Text;
  readonly link?: unknown;
  readonly url?: unknown;
  readonly links?: readonly { readonly href?: unknown; readonly rel?: unknown }[];
  readonly pubDate?: unknown;
  readonly published?: unknown;
  readonly updated?: unknown;
  readonly date_published?: unknown;
  readonly dc?: Dates;
  readonly dcterms?: Dates;
  readonly content?: Text | { readonly encoded?: unknown };
  readonly content_html?: unknown;
  readonly content_text?: unknown;
  readonly description?: Text;
  readonly summary?: Text;
}

interface RawFeed {
  readonly title?: Text;
  readonly items?: readonly RawItem[];
  readonly entries?: readonly RawItem[];
}

/** True for text that begins as RSS, Atom, RDF or JSON Feed do. */
export function looksLikeFeed(text: string): boolean {
  const start = text.slice(0, 4000).trimStart();
  if (start.startsWith("{"))
    return /"https?:\/\/jsonfeed\.org\/version\//u.test(start.replaceAll("\\/", "/"));
  if (!start.startsWith("<")) return false;
  return /^<(?:rss|feed|rdf:RDF)[\s>]/u.test(afterProlog(start));
}

/** The markup from the first element on: without declaration, comments and document type. */
function afterProlog(start: string): string {
  let rest = start;
  for (;;) {
    const end = rest.startsWith("<!--") ? "-->" : /^<[?!]/u.test(rest) ? ">" : null;
    const at = end === null ? -1 : rest.indexOf(end);
    if (end === null || at < 0) return rest;
    rest = rest.slice(at + end.length).trimStart();
  }
}

/**
 * Items of an RSS, Atom, RDF or JSON feed, the first `limit` of them. External entities are never read and internal
 * ones never expanded. Throws UnreadableError for what is no feed or a broken one.
 */
export async function readFeed(
  source: string,
  { limit, url }: { limit: number; url?: string },
): Promise<Feed> {
  // Feeds are rare and their parser is large: loaded only where one comes.
  const { parseFeed } = await import("feedsmith");
  let feed: RawFeed;
  try {
    feed = parseFeed(source).feed;
  } catch {
    throw new UnreadableError("got a malformed feed, expected RSS, Atom, RDF or JSON Feed");
  }
  const raw = feed.items ?? feed.entries ?? [];
  const publisher = plain(feed.title);
  return {
    total: raw.length,
    items: raw.slice(0, limit).map((item) => ({ ...readItem(item, url), ...(publisher && { publisher }) })),
  };
}

function readItem(item: RawItem, base: string | undefined): FeedItem {
  const [title, url, published] = [plain(item.title), linkOf(item, base), dayOf(item)];
  return {
    text: textOf(item),
    ...(title && { title }),
    ...(url && { url }),
    ...(published && { published }),
  };
}

const stringOf = (value: unknown): string => {
  const inner = typeof value === "object" && value !== null && "value" in value ? value.value : value;
  return typeof inner === "string" ? inner : "";
};

/** A title without markup; Atom's html titles are escaped twice. */
function plain(title: Text): string {
  const text = stringOf(title);
  return /[<&]/u.test(text) ? readFragment(readFragment(text).replaceAll("<", "&lt;")) : normalizeText(text);
}

function linkOf(item: RawItem, base: string | undefined): string | undefined {
  const alternate = item.links?.find(({ rel }) => rel === undefined || rel === "alternate")?.href;
  const link = [item.url, item.link, alternate].map(stringOf).find((one) => one !== "");
  if (link === undefined || !URL.canParse(link, base)) return undefined;
  const { protocol, href } = new URL(link, base);
  return /^https?:$/u.test(protocol) ? href : undefined;
}

/** The longest that the feed gives: whole content before a summary. */
function textOf(item: RawItem): string {
  const { content } = item;
  const encoded =
    typeof content === "object" && content !== null && "encoded" in content ? content.encoded : content;
  const html = [item.content_html, encoded].map(stringOf).find((one) => one.trim() !== "");
  if (html !== undefined) return readFragment(html);
  const text = stringOf(item.content_text);
  if (text.trim() !== "") return normalizeText(text);
  return readFragment([item.description, item.summary].map(stringOf).find((one) => one.trim() !== "") ?? "");
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function dayOf(item: RawItem): string | undefined {
  const dates = [
    item.pubDate,
    item.published,
    item.date_published,
    item.dc?.dates?.[0],
    item.dcterms?.dates?.[0],
  ];
  for (const date of [...dates, item.updated].map(stringOf)) {
    const iso = /^\s*(\d{4}-\d{2}-\d{2})/u.exec(date)?.[1];
    if (iso !== undefined && isCalendarDay(iso)) return iso;
    const [, day, month, year] = /(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})/iu.exec(date) ?? [];
    const at = MONTHS.indexOf(month?.toLowerCase() ?? "");
    if (day !== undefined && year !== undefined && at >= 0) {
      const found = `${year}-${String(at + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
      if (isCalendarDay(found)) return found;
    }
  }
  return undefined;
}
