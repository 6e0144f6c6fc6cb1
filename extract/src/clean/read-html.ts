import { Readability } from "@mozilla/readability";
import { isCalendarDay } from "@entente/graph-schema";
import { parseHTML } from "linkedom";
import { normalizeText } from "./normalize-text.ts";
import { UnreadableError } from "./unreadable-error.ts";

/** What an HTML page tells of itself; only the text is always there. */
export interface HtmlArticle {
  readonly title?: string;
  readonly text: string;
  readonly published?: string;
  readonly publisher?: string;
  readonly language?: string;
}

/** Elements that a reader does not see: they could smuggle text into the graph. */
const HIDDEN = 'script,style,noscript,template,iframe,[hidden],[aria-hidden="true"]';
const HIDDEN_STYLE =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])/iu;
const BLOCKS = new Set([
  "P",
  "DIV",
  "LI",
  "H1",
  "H2",
  "H3",
  "H4",
  "H5",
  "H6",
  "BLOCKQUOTE",
  "TR",
  "SECTION",
  "ARTICLE",
  "UL",
  "OL",
  "TABLE",
  "FIGCAPTION",
  "PRE",
]);

/** The part of a parsed page's elements that is read here; the DOM library is not among our types. */
interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
  getAttribute(name: string): string | null;
  remove(): void;
}

interface Page {
  readonly body: PageNode;
  readonly title: string;
  readonly documentElement: PageNode;
  readonly head: { appendChild(node: PageNode): void };
  createElement(name: string): PageNode & { setAttribute(name: string, value: string): void };
  querySelector(selector: string): PageNode | null;
  querySelectorAll(selector: string): Iterable<PageNode>;
}

const parsePage = (html: string): Page => (parseHTML(html) as unknown as { document: Page }).document;

function removeHidden(document: Page): void {
  for (const element of document.querySelectorAll(HIDDEN)) element.remove();
  for (const element of document.querySelectorAll("[style]"))
    if (HIDDEN_STYLE.test(element.getAttribute("style") ?? "")) element.remove();
}

/** Without spaces around line feeds; a pattern for it takes quadratic time over long blanks. */
const trimLines = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.replace(/^ +/u, "").trimEnd())
    .join("\n");

/** Text of a node, a blank line after each block element. */
function blockText(node: PageNode): string {
  if (node.nodeType === 3) return (node.textContent ?? "").replace(/\s+/gu, " ");
  const inner = [...node.childNodes].map(blockText).join("");
  if (node.nodeName.toUpperCase() === "BR") return "\n";
  return BLOCKS.has(node.nodeName.toUpperCase()) ? `\n\n${inner}\n\n` : inner;
}

function meta(document: Page, names: readonly string[]): string | undefined {
  for (const name of names) {
    const content = document
      .querySelector(`meta[property="${name}"],meta[name="${name}"],meta[itemprop="${name}"]`)
      ?.getAttribute("content");
    if (content?.trim()) return content.trim();
  }
  return undefined;
}

const PUBLISHED = [
  "article:published_time",
  "datePublished",
  "date",
  "dc.date",
  "DC.date.issued",
  "pubdate",
  "publish-date",
  "og:article:published_time",
];

/** Text of a piece of HTML, such as a feed's item, all of it and none of what is hidden. */
export function readFragment(html: string): string {
  return refuseBombs(html, () => {
    const document = parsePage(`<html><body>${html}</body></html>`);
    removeHidden(document);
    return normalizeText(trimLines(blockText(document.body)));
  });
}

/**
 * Main text and metadata of an HTML page (Readability over linkedom); hidden elements are removed first. Throws
 * UnreadableError for more tags, or
 * tags nested more deeply, than any article has.
 */
export const readHtml = (html: string, url?: string): HtmlArticle =>
  refuseBombs(html, () => readPage(html, url));

/** Most tags of a page: a long one has some ten thousand, and the time to read them grows with their square. */
const MAX_TAGS = 50_000;

function refuseBombs<T>(html: string, read: () => T): T {
  let tags = 0;
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at + 1)) tags++;
  if (tags > MAX_TAGS) {
    const [got, limit] = [tags, MAX_TAGS].map((count) => count.toLocaleString("en"));
    throw new UnreadableError(`got ${got} tags, expected a page of up to ${limit}`);
  }
  try {
    return read();
  } catch (error) {
    // The stack's end is the only limit that the DOM library knows.
    if (!(error instanceof RangeError)) throw error;
    throw new UnreadableError("got elements nested thousands deep, expected a page");
  }
}

function readPage(html: string, url?: string): HtmlArticle {
  const source = /<(?:html|body)[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`;
  const document = parsePage(source);
  removeHidden(document);
  if (url) {
    const base = document.createElement("base");
    base.setAttribute("href", url);
    document.head.appendChild(base);
  }
  const language = document.documentElement.getAttribute("lang") ?? undefined;
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(
    meta(document, PUBLISHED) ?? document.querySelector("time[datetime]")?.getAttribute("datetime") ?? "",
  )?.[0];
  const publisher = meta(document, ["og:site_name", "application-name", "publisher"]);
  const heading =
    meta(document, ["og:title"]) ?? document.querySelector("h1")?.textContent?.trim() ?? document.title;
  const plain = blockText(document.body);
  const article = new Readability(document, { charThreshold: 100 }).parse();
  const main = article?.content
    ? blockText(parsePage(`<html><body>${article.content}</body></html>`).body)
    : "";
  const text = normalizeText(trimLines(main.trim().length > 0 ? main : plain));
  const title = normalizeText(article?.title || heading || "");
  return {
    text,
    ...(title ? { title } : {}),
    ...(day && isCalendarDay(day) ? { published: day } : {}),
    ...(publisher ? { publisher } : {}),
    ...(language ? { language } : {}),
  };
}
