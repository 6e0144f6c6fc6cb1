import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, expect, test } from "vitest";
import type { FetchedSource } from "../fetch/fetch-source.ts";
import type { Input } from "./input.ts";
import { readInput } from "./read-input.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-inputs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DEAL = "Kenya and Japan signed a loan agreement on the port of Mombasa, the ministry said.";
const page = (text: string): string => `<html><body><article><p>${text}</p></article></body></html>`;
const item = (rest: string): string => `<item><title>A loan</title>${rest}</item>`;
const rss = (items: string): string =>
  `<rss version="2.0"><channel><title>News</title><link>https://news.example/</link>${items}</channel></rss>`;

const WEB: Readonly<Record<string, string>> = {
  "https://news.example/feed": rss(
    item(`<link>/1</link><description>${DEAL}</description>`) +
      item("<link>/2</link>") +
      item(`<description>${DEAL} Again.</description>`),
  ),
  "https://news.example/1": page(`${DEAL} The page says more than the feed.`),
  "https://news.example/2": "Россия и Казахстан подписали в Астане соглашение о поставках газа.",
  "https://news.example/data": JSON.stringify({ text: DEAL }),
};

function fetchSource(url: string): Promise<FetchedSource> {
  const text = WEB[url];
  if (text === undefined) return Promise.reject(new Error(`${url} is not in this web`));
  return Promise.resolve({ url, bytes: Buffer.from(text), mediaType: "text/html", charset: "utf-8" });
}

interface Read {
  readonly follow?: boolean;
  readonly title?: string;
  readonly stdin?: string | Buffer;
}

const read = (path: string, { follow = false, title, stdin = "" }: Read = {}): Promise<Input[]> =>
  readInput(
    path,
    { follow, overrides: title === undefined ? {} : { title } },
    { stdin: Readable.from([Buffer.from(stdin)]), fetchSource },
  );
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const brief = (inputs: readonly Input[]): unknown[] =>
  inputs.map((input) => {
    if (input.kind === "article") return [input.label, input.article.text];
    return input.kind === "fault" ? [input.label, input.message] : input.kind;
  });

test("each item of a feed is an article, with its link; one without text says what helps", async () => {
  const feed = "https://news.example/feed";
  expect(brief(await read(feed))).toEqual([
    [`${feed}[0] (https://news.example/1)`, DEAL],
    [`${feed}[1] (https://news.example/2)`, "text: got none in the feed; --follow reads the item's page"],
    [`${feed}[2]`, `${DEAL} Again.`],
  ]);
  const [first] = await read(feed);
  expect(first).toMatchObject({
    article: { title: "A loan", url: "https://news.example/1", publisher: "News" },
  });
});

test("with --follow the items' pages are read instead", async () => {
  const feed = "https://news.example/feed";
  expect(brief(await read(feed, { follow: true }))).toEqual([
    [`${feed}[0] (https://news.example/1)`, `${DEAL} The page says more than the feed.`],
    [
      `${feed}[1] (https://news.example/2)`,
      "text: got a text in Cyrillic script, expected English: only English is supported",
    ],
    [`${feed}[2]`, "link: got none, expected the address of a page"],
  ]);
});

test("a feed in a file is known by its beginning, whatever its extension", async () => {
  const feed = rss(item(`<description>${DEAL}</description>`));
  const json = JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "News",
    items: [{ id: "1", content_text: DEAL }],
  });
  for (const path of [file("a.xml", feed), file("b.html", feed), file("c.json", json)]) {
    expect(brief(await read(path))).toEqual([[`${path}[0]`, DEAL]]);
  }
  expect(brief(await read("-", { stdin: feed }))).toEqual([["standard input[0]", DEAL]]);
});

test("of a feed with ten thousand items a thousand are read, and the rest is told", async () => {
  const path = file("many.xml", rss(item(`<description>${DEAL}</description>`).repeat(10_000)));
  const inputs = await read(path);
  expect(inputs).toHaveLength(1001);
  expect(brief(inputs.slice(-1))).toEqual([
    [path, "got 10,000 items, expected up to 1,000; the first 1,000 were read"],
  ]);
});

test("a feed without items is a fault", async () => {
  const path = file("none.xml", rss(""));
  expect(brief(await read(path))).toEqual([[path, "is a feed without items, expected at least one"]]);
});

test("an address may hold a page, a text or a record; what options say wins", async () => {
  const [found] = await read("https://news.example/1", { title: "Mine" });
  expect(found).toMatchObject({ kind: "article", article: { title: "Mine", url: "https://news.example/1" } });
  expect(await read("https://news.example/none")).toMatchObject([{ kind: "fault" }]);
});

test("text in another charset is read, and a text above a million characters is refused", async () => {
  const latin = `${DEAL} It was signed by Mr Müller and Mrs Gonçalves of the Société Générale.`;
  expect(brief(await read(file("latin.txt", Buffer.from(latin, "latin1"))))).toMatchObject([
    [expect.any(String), latin],
  ]);
  const long = file("long.txt", "a ".repeat(500_001));
  expect(brief(await read(long))).toEqual([
    [long, "text: got 1,000,002 characters, expected at most 1,000,000"],
  ]);
});
