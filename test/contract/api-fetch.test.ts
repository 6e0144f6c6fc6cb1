import { expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { TRADE } from "./api-articles.ts";
import { NOTHING, useServer, type Json } from "./use-server.ts";
import { useNewsSite, type Page } from "./use-news-site.ts";

const INGEST = `mutation ($input: IngestDocumentInput!) {
  ingestDocument(input: $input) {
    duplicate
    document { id title url publisher language published { text } text }
    agreements { id }
    errors { __typename code message path }
  }
}`;

const ARTICLE = `<html lang="en"><head><meta charset="windows-1252"><title>Water</title>
  <meta property="og:site_name" content="Example Gazette"><meta property="article:published_time" content="2018-05-04T08:00:00Z"></head>
  <body><article><h1>Chile and Peru sign water treaty</h1><p>LIMA \x96 Chile and Peru signed a treaty on shared rivers in Lima on 3 May 2018.
  The treaty covers ten rivers and will be reviewed each year by both governments, the ministers said.</p></article></body></html>`;
const html =
  (body: string | Buffer): Page =>
  (res) =>
    void res.setHeader("content-type", "text/html").end(body);

const SITE: Readonly<Record<string, Page>> = {
  "/water": html(Buffer.from(ARTICLE, "latin1")),
  "/dams": html(ARTICLE.replaceAll("rivers", "dams")),
  "/moved": (res, site) => void res.writeHead(302, { location: `${site}/water` }).end(),
  "/metadata": (res) => void res.writeHead(302, { location: "http://169.254.169.254/latest/" }).end(),
  "/empty": html("<html><body> </body></html>"),
  "/french": html(
    "<html><body><p>Le Sénégal et la France ont signé à Dakar un accord de prêt pour la construction d'une centrale dans le nord du pays.</p></body></html>",
  ),
  "/feed": (res) => void res.end("<rss version='2.0'><channel><title>News</title></channel></rss>"),
  "/broken.pdf": (res) => void res.setHeader("content-type", "application/pdf").end("%PDF-1.4 and no more"),
  "/picture": (res) => void res.setHeader("content-type", "image/png").end("x"),
};

describeEngines("articles by their address", (engine) => {
  const site = useNewsSite(SITE);
  const running = useServer(engine, { fetchSource: site.fetchSource });
  const ingest = async (input: object): Promise<Json> => {
    const { data, errors } = await running().ask(INGEST, { input });
    expect(errors).toEqual([]);
    return data.ingestDocument ?? NOTHING;
  };

  test("a page is fetched, decoded and stored with what it says of itself", async () => {
    const { document, agreements, errors } = await ingest({ url: `${site.address()}/moved` });
    expect(errors).toEqual([]);
    expect(document).toMatchObject({
      title: "Chile and Peru sign water treaty",
      url: `${site.address()}/water`,
      publisher: "Example Gazette",
      published: { text: "2018-05-04" },
    });
    expect(document?.text).toContain("LIMA – Chile and Peru signed a treaty");
    expect(agreements).toHaveLength(1);
    const again = await ingest({ url: `${site.address()}/water`, title: "By another name" });
    expect(again).toMatchObject({ duplicate: true });
  });

  test("what the caller names wins over what the page says", async () => {
    const named = { title: "Rivers", publisher: "Ministry", published: "2018-05-05" };
    const { document, errors } = await ingest({ url: `${site.address()}/dams`, ...named, dryRun: true });
    expect(errors).toEqual([]);
    expect(document).toMatchObject({ ...named, published: { text: "2018-05-05" } });
  });

  test.each([
    ["/metadata", "which leads to a private address or port; expected a public host on port 80 or 443"],
    ["/missing", "which answered with status 404; expected status 200"],
    ["/picture", "which is of the type image/png"],
    ["/empty", "got a page without text"],
    ["/french", "got a text in French, expected English: only English is supported"],
    ["/feed", "got a feed, expected the page of one article"],
    ["/broken.pdf", "got a broken PDF"],
  ])("%s is refused in the payload, by field, and nothing is stored", async (path, message) => {
    const { document, errors } = await ingest({ url: `${site.address()}${path}` });
    expect(document).toBeNull();
    expect(errors?.[0]).toMatchObject({ code: "BAD_USER_INPUT", path: ["input", "url"] });
    expect(errors?.[0]?.message).toMatch(/^url: /u);
    expect(errors?.[0]?.message).toContain(message);
  });

  test("an address beside a text is recorded, never fetched", async () => {
    const { document, errors } = await ingest({ ...TRADE, url: "http://nowhere.example/trade" });
    expect(errors).toEqual([]);
    expect(document?.url).toBe("http://nowhere.example/trade");
  });
});

describeEngines("a server with no network of its own", (engine) => {
  const site = useNewsSite(SITE);
  const running = useServer(engine);

  test("never fetches from this machine", async () => {
    const url = site.address().replace("news.example", "127.0.0.1");
    const { data } = await running().ask(INGEST, { input: { url: `${url}/water` } });
    expect(data.ingestDocument?.errors?.[0]?.message).toContain("which leads to a private address or port");
  });
});
