import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFetchSource, type FetchedSource } from "./fetch-source.ts";
import { PUBLIC_NETWORK, type Network } from "./network.ts";

const LIMITS = { maxBytes: 2 ** 20, timeoutMs: 5_000 };
const BOMB = gzipSync(Buffer.alloc(50 * 2 ** 20));
const asked: string[] = [];

const PAGES: Readonly<Record<string, RequestListener>> = {
  "/plain": (_, res) =>
    res.setHeader("content-type", 'Text/HTML; Charset="windows-1251"').end("<p>A page</p>"),
  "/packed": (_, res) => res.setHeader("content-encoding", "gzip").end(gzipSync("unpacked")),
  "/bomb": (_, res) => res.setHeader("content-encoding", "gzip").end(BOMB),
  "/broken-gzip": (_, res) => res.setHeader("content-encoding", "gzip").end("no gzip"),
  "/twice-packed": (_, res) => res.setHeader("content-encoding", "gzip, gzip").end(gzipSync(gzipSync("x"))),
  "/endless": (_, res) => {
    const more = (): void => {
      while (!res.destroyed && res.write(Buffer.alloc(65_536, "a")));
    };
    res.on("drain", more);
    more();
  },
  "/large": (_, res) => res.setHeader("content-length", 10 * 2 ** 20).write("a"),
  "/silent": () => undefined,
  "/drips": (_, res) => {
    const timer = setInterval(() => res.write("a"), 20);
    res.on("close", () => clearInterval(timer));
  },
  "/cut": (_, res) => {
    res.setHeader("content-length", 100).write("half", () => res.destroy());
  },
  "/picture": (_, res) => res.setHeader("content-type", "image/png").end("x"),
  "/missing": (_, res) => void res.writeHead(404).end("none"),
  "/moved": (_, res) => void res.writeHead(301, { location: "plain" }).end(),
  "/loop": (_, res) => void res.writeHead(302, { location: "/loop" }).end(),
  "/to": (req, res) => {
    const location = new URL(req.url ?? "", "http://x").searchParams.get("u") ?? "";
    res.writeHead(307, { location: encodeURI(location).replaceAll(/%5[BD]/gu, decodeURIComponent) }).end();
  },
};

let server: Server;
let port = 0;
beforeAll(async () => {
  server = createServer((req, res) => {
    asked.push(`${req.headers.host ?? ""}${req.url ?? ""}`);
    PAGES[new URL(req.url ?? "", "http://x").pathname]?.(req, res);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The public network, but for the test's own server, which answers for news.example. */
const testNetwork = (): Network => ({
  resolve: (host) =>
    host === "news.example"
      ? Promise.resolve([{ address: "127.0.0.1", family: 4 }])
      : Promise.reject(new Error(host)),
  allows: (address, at) => (address === "127.0.0.1" && at === port) || PUBLIC_NETWORK.allows(address, at),
});

const fetchPath = (path: string, limits = LIMITS): Promise<FetchedSource> =>
  createFetchSource(testNetwork(), limits)(`http://news.example:${port}${path}`);

test("a page comes with its type, charset and the address that answered", async () => {
  const { url, bytes, mediaType, charset } = await fetchPath("/moved");
  expect(url).toBe(`http://news.example:${port}/plain`);
  expect([mediaType, charset, Buffer.from(bytes).toString()]).toEqual([
    "text/html",
    "windows-1251",
    "<p>A page</p>",
  ]);
  expect(Buffer.from((await fetchPath("/packed")).bytes).toString()).toBe("unpacked");
});

test.each([
  ["/missing", "which answered with status 404; expected status 200"],
  ["/picture", "which is of the type image/png; expected a page, text, PDF or feed"],
  ["/bomb", "which is larger than may be read; expected up to 1 MB, unpacked"],
  ["/endless", "which is larger than may be read"],
  ["/large", "which is larger than may be read"],
  ["/twice-packed", 'which is packed as "gzip, gzip"; expected gzip, deflate, br'],
  ["/broken-gzip", "which could not be read"],
  ["/cut", "which could not be read"],
  ["/loop", "which redirects more than 5 times"],
])("%s is refused with its reason", async (path, reason) => {
  await expect(fetchPath(path)).rejects.toThrow(reason);
});

test.each(["/silent", "/drips"])("%s ends at the deadline", async (path) => {
  const late = fetchPath(path, { ...LIMITS, timeoutMs: 150 });
  await expect(late).rejects.toThrow(
    "which was not answered in time; expected its whole answer within 0.15 s",
  );
});

test("a name that is never resolved ends at the deadline", async () => {
  const network: Network = { ...testNetwork(), resolve: () => new Promise(() => undefined) };
  const late = createFetchSource(network, { ...LIMITS, timeoutMs: 100 })("http://news.example/");
  await expect(late).rejects.toThrow("not answered in time");
});

test.each([
  "http://169.254.169.254/latest/meta-data/",
  "http://[::ffff:169.254.169.254]/",
  "http://10.0.0.1/",
  "http://2130706433/",
  "http://0x7f.1/",
  "http://0177.0.0.1/",
  "http://１２７.0.0.1/",
  "http://[::1]/",
  "http://[::]/",
  "http://127.0.0.1.:22/",
  "http://8.8.8.8:6379/",
])("neither a link nor a redirect reaches %s", async (address) => {
  const reason = "which leads to a private address or port";
  await expect(createFetchSource(testNetwork(), LIMITS)(address)).rejects.toThrow(reason);
  await expect(fetchPath(`/to?u=${encodeURIComponent(address)}`)).rejects.toThrow(reason);
});

test.each([
  ["file:///etc/passwd", "whose scheme is file; expected http or https"],
  ["ftp://news.example/", "whose scheme is ftp"],
  ["gopher://news.example/", "whose scheme is gopher"],
  ["http://admin:secret@news.example/", "which holds a user name or password"],
  ["http://nowhere.example/", "whose host is not known"],
  ["http://", "which is no web address"],
  [`http://news.example/${"a".repeat(3000)}`, "which is no web address"],
])("neither a link nor a redirect reaches %s", async (address, reason) => {
  await expect(createFetchSource(testNetwork(), LIMITS)(address)).rejects.toThrow(reason);
  await expect(fetchPath(`/to?u=${encodeURIComponent(address)}`)).rejects.toThrow(reason);
});

test("a password in the address is not repeated in the message", async () => {
  const refused = createFetchSource(testNetwork(), LIMITS)("http://admin:secret@news.example/");
  await expect(refused).rejects.not.toThrow("secret");
});

test("a name that changes its address after the check is asked for once, and the checked address answers", async () => {
  let looks = 0;
  const rebinding: Network = {
    ...testNetwork(),
    resolve: () => Promise.resolve([{ address: looks++ === 0 ? "127.0.0.1" : "169.254.169.254", family: 4 }]),
  };
  const { bytes } = await createFetchSource(rebinding, LIMITS)(`http://rebinds.example:${port}/plain`);
  expect([looks, Buffer.from(bytes).toString()]).toEqual([1, "<p>A page</p>"]);
  expect(asked.at(-1)).toBe(`rebinds.example:${port}/plain`);
  const again = createFetchSource(rebinding, LIMITS)(`http://rebinds.example:${port}/plain`);
  await expect(again).rejects.toThrow("which leads to a private address");
});

test("a name with one private address among public ones is refused", async () => {
  const mixed: Network = {
    ...testNetwork(),
    resolve: () =>
      Promise.resolve([
        { address: "127.0.0.1", family: 4 },
        { address: "192.168.0.1", family: 4 },
      ]),
  };
  const before = asked.length;
  await expect(createFetchSource(mixed, LIMITS)(`http://mixed.example:${port}/plain`)).rejects.toThrow(
    "private",
  );
  expect(asked).toHaveLength(before);
});

test("without a network of its own a fetch never reaches this machine", async () => {
  const before = asked.length;
  for (const host of ["localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]"]) {
    await expect(createFetchSource()(`http://${host}:${port}/plain`)).rejects.toThrow(
      "private address or port",
    );
  }
  expect(asked).toHaveLength(before);
});
