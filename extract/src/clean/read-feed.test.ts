import { expect, test } from "vitest";
import { looksLikeFeed, readFeed, type Feed } from "./read-feed.ts";

const read = (source: string): Promise<Feed> =>
  readFeed(source, { limit: 100, url: "https://news.example/feed" });
const item = {
  title: "Loan & port",
  url: "https://news.example/1",
  published: "2021-05-15",
  publisher: "News",
};
const TEXT = "Kenya signed a loan.\n\nJapan lends it.";
const HTML = "<p>Kenya signed a loan.</p><p>Japan lends it.</p><p hidden>Buy now</p>";

const RSS = `<?xml version="1.0"?><!-- made by hand --><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>News</title><item><title>Loan &amp; port</title><link>https://news.example/1</link><pubDate>Sat, 15 May 2021 23:30:00 -0500</pubDate>
<description>Short</description><content:encoded><![CDATA[${HTML}]]></content:encoded></item></channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title type="html">Loan &amp;amp; port</title>
<link rel="self" href="/api/1"/><link rel="alternate" href="/1"/><published>2021-05-15T10:00:00Z</published><updated>2022-01-01T10:00:00Z</updated>
<summary>Short</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Kenya signed a loan.</p><p>Japan lends it.</p></div></content></entry></feed>`;
const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>News</title></channel><item><title>Loan &amp; port</title><link>https://news.example/1</link><dc:date>2021-05-15T00:00Z</dc:date>
<description>&lt;p&gt;Kenya signed a loan.&lt;/p&gt;&lt;p&gt;Japan lends it.&lt;/p&gt;</description></item></rdf:RDF>`;
const JSON_FEED = JSON.stringify({
  version: "https://jsonfeed.org/version/1.1",
  title: "News",
  items: [
    { id: "1", url: item.url, title: item.title, content_html: HTML, date_published: "2021-05-15T10:00:00Z" },
  ],
});

test.each([
  ["RSS", RSS],
  ["Atom", ATOM],
  ["RDF", RDF],
  ["JSON Feed", JSON_FEED],
])("an item of %s gives its text, title, link, day and the feed's name", async (_, source) => {
  expect(looksLikeFeed(source)).toBe(true);
  expect(await read(source)).toEqual({ total: 1, items: [{ ...item, text: TEXT }] });
});

test("articles, pages and records are no feeds", () => {
  for (const text of [
    "The <rss> tag",
    "<html><body><rss></rss>",
    '{"text": "A text"}',
    "",
    "<?xml",
    "<!--",
  ]) {
    expect([text, looksLikeFeed(text)]).toEqual([text, false]);
  }
});

test("a feed with a bare ampersand is read, one that is broken off is refused", async () => {
  const bare = RSS.replace("Loan &amp; port", "Loan & port");
  expect((await read(bare)).items[0]?.title).toBe("Loan & port");
  const expected = "got a malformed feed, expected RSS, Atom, RDF or JSON Feed";
  for (const broken of [
    "<rss version='2.0'><channel",
    "<rss></rss>",
    '{"version": "https://jsonfeed.org/version/1"',
  ]) {
    await expect(read(broken)).rejects.toThrow(expected);
  }
});

test("an external entity is never read", async () => {
  const hostile = RSS.replace("<rss", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss').replace(
    "Short",
    "&x;",
  );
  const answer = await read(hostile).then(JSON.stringify, String);
  expect(answer).not.toContain("root:");
});

test("entities that would grow to gigabytes are not expanded", async () => {
  const levels = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join(
    "",
  );
  const bomb = RSS.replace("<rss", `<!DOCTYPE rss [<!ENTITY e0 "lol">${levels}]><rss`).replace(
    "<title>News",
    "<title>&e12;",
  );
  const answer = await read(bomb).then(JSON.stringify, String);
  expect(answer.length).toBeLessThan(10_000);
});

test("links that are no web address are left out", async () => {
  const feed = await read(RSS.replace("https://news.example/1", "javascript:alert(1)"));
  expect(feed.items[0]).not.toHaveProperty("url");
});

test("of a feed with ten thousand items the first are read, and it says how many there are", async () => {
  const many = RSS.replace(/<item>.*<\/item>/su, (one) => one.repeat(10_000));
  const feed = await readFeed(many, { limit: 20 });
  expect([feed.total, feed.items.length]).toEqual([10_000, 20]);
});
