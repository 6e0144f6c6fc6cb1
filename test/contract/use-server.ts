import { request as httpRequest } from "node:http";
import {
  createServer,
  loadReference,
  type EntenteServer,
  type FetchSource,
  type GraphStore,
} from "@entente/server";
import { afterAll, beforeAll } from "vitest";
import type { Engine } from "../setup/available-engines.ts";
import { useStore } from "./use-store.ts";

/** An answer of the API; `data` is what the query promises, read loosely by tests. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly data: Json;
  readonly errors: readonly ApiError[];
  readonly body: string;
}
export interface ApiError {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly requestId?: string };
}
/** A JSON value of which tests read the fields they asked for. */
export interface Json {
  readonly [key: string]: Json & string & readonly Json[];
}

/** Stands for an answer that is not there, so that a test fails on the field it expected. */
export const NOTHING: Json = {};

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends one HTTP request; unlike fetch it may name any Host and Origin. */
export function send(
  address: string,
  { method = "GET", path = "/graphql", headers = {}, body }: Sent,
): Promise<Answer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const req = httpRequest({ hostname, port, method, path, headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk: Buffer) => chunks.push(chunk));
      res.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        const isJson = String(res.headers["content-type"]).includes("json");
        const parsed = (isJson && text ? JSON.parse(text) : {}) as { data?: Json; errors?: ApiError[] };
        const { data = {}, errors = [] } = parsed;
        resolve({ status: res.statusCode ?? 0, headers: res.headers, data, errors, body: text });
      });
    });
    req.once("error", reject);
    req.end(body);
  });
}

export interface RunningServer {
  readonly store: GraphStore;
  readonly address: string;
  readonly server: EntenteServer;
  /** Posts a query. */
  readonly ask: (
    query: string,
    variables?: object,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
}

/** A server over an empty store with the reference tables, for all tests of a suite. */
export function useServer(
  engine: Engine,
  {
    host = "127.0.0.1",
    prepare,
    ...options
  }: { host?: string; prepare?: (store: GraphStore) => Promise<void>; fetchSource?: FetchSource } = {},
): () => RunningServer {
  const opened = useStore(engine);
  let running: RunningServer | null = null;
  beforeAll(async () => {
    const { store } = opened();
    await loadReference(store, "2026-01-01T00:00:00.000Z");
    await prepare?.(store);
    const server = await createServer({ store, host, ...options });
    const bound = await server.listen();
    const address = bound.replace("0.0.0.0", "127.0.0.1");
    const ask: RunningServer["ask"] = (query, variables = {}, headers = {}) =>
      send(address, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ query, variables }),
      });
    running = { store, server, address, ask };
  });
  afterAll(async () => {
    await running?.server.close();
  });
  return () => {
    if (!running) throw new Error("the server is started before the first test");
    return running;
  };
}
