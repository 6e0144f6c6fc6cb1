import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** Cytoscape registers itself on its container. */
interface CanvasElement extends Element {
  readonly _cyreg: { readonly cy: CytoscapeCore };
}
interface CytoscapeCore {
  nodes(): { map<T>(each: (node: CytoscapeNode) => T): T[] };
}
interface CytoscapeNode {
  id(): string;
  data(name: string): unknown;
  renderedPosition(): { x: number; y: number };
}

export const LIGHT: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, colorScheme: "light" };
export const DARK: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, colorScheme: "dark" };
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  colorScheme: "light",
  hasTouch: true,
  isMobile: true,
};

/** A page of its own context that fails the test on a script error and on a request to another host. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = LIGHT,
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("request", (request) => {
    const { host, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && host !== new URL(url).host) faults.push(`asked ${request.url()}`);
  });
  await page.goto(url);
  return { page, faults };
}

/** Waits until the graph around `hub` is drawn. */
export async function graphReady(page: Page, hub: string): Promise<void> {
  await page.waitForSelector(`[data-testid=graph][data-ready="${hub}"]`, {
    state: "attached",
    timeout: 30_000,
  });
}

/** Where each drawn node stands on screen, and whether the filters fade it. */
export function drawnNodes(page: Page): Promise<Record<string, { x: number; y: number; faded: boolean }>> {
  return page.evaluate(() => {
    const container = document.querySelector("[data-testid=graph]") as unknown as CanvasElement;
    return Object.fromEntries(
      container._cyreg.cy
        .nodes()
        .map((node) => [node.id(), { ...node.renderedPosition(), faded: node.data("faded") === 1 }]),
    );
  });
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Accessibility faults by WCAG 2.2 AA that axe finds on the page as it is now. */
export async function axeFaults(page: Page): Promise<string[]> {
  // As an expression: the page's policy allows no script of ours in the document.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(on: Document, how: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}

/** The data that the server itself answers, beside the browser; fails the test on any error. */
export async function ask(url: string, query: string, variables: object = {}): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data?: unknown;
    errors?: readonly { message: string }[];
  };
  if (errors || !data) throw new Error(errors?.map(({ message }) => message).join(" ") ?? "no data");
  return data;
}

/** Waits until the page tells people this. */
export const told = (page: Page, what: string | RegExp): Promise<void> =>
  page.getByTestId("notice").filter({ hasText: what }).waitFor();

/** Stores an article and answers the ids of the agreements that it speaks of. */
export async function storeArticle(
  url: string,
  input: { text: string; title: string; published: string },
): Promise<string[]> {
  const query = `mutation ($input: IngestDocumentInput!) { ingestDocument(input: $input) { agreements { id } errors { message } } }`;
  const data = (await ask(url, query, { input })) as {
    ingestDocument: { agreements: readonly { id: string }[]; errors: readonly { message: string }[] };
  };
  const { agreements, errors } = data.ingestDocument;
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join(" "));
  return agreements.map(({ id }) => id);
}
