import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createFetchSource, PUBLIC_NETWORK, type FetchSource } from "@entente/server";
import { afterAll, beforeAll } from "vitest";

export type Page = (res: ServerResponse, site: string) => void;

export interface NewsSite {
  readonly address: () => string;
  /** Reaches this site besides the open Internet, and resolves its name only. */
  readonly fetchSource: FetchSource;
}

/** A site of our own on a free port of this machine, called news.example. */
export function useNewsSite(pages: Readonly<Record<string, Page>>): NewsSite {
  let server: Server | null = null;
  const port = (): number => (server?.address() as AddressInfo).port;
  const address = (): string => `http://news.example:${port()}`;
  beforeAll(async () => {
    server = createServer((req, res) => {
      const page = pages[req.url ?? ""];
      if (page) page(res, address());
      else res.writeHead(404).end();
    });
    await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });
  const fetchSource = createFetchSource({
    resolve: (host) =>
      host === "news.example"
        ? Promise.resolve([{ address: "127.0.0.1", family: 4 }])
        : Promise.reject(new Error(`${host} is not known here`)),
    allows: (to, at) => (to === "127.0.0.1" && at === port()) || PUBLIC_NETWORK.allows(to, at),
  });
  return { address, fetchSource };
}
