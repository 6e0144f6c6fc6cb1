import type { ApolloServer } from "@apollo/server";
import { expressMiddleware } from "@as-integrations/express5";
import type { Request, RequestHandler, Response } from "express";
import { OperationTypeNode, type GraphQLSchema } from "graphql";
import type { FetchSource } from "../fetch/fetch-source.ts";
import type { RequestContext } from "../resolvers/context.ts";
import type { OverviewCache } from "../services/overview.ts";
import type { PartIndex } from "../services/part-index.ts";
import { createLoaders } from "../services/read-context.ts";
import type { Viewer } from "../services/role.ts";
import type { VersionWatch } from "../services/version-watch.ts";
import type { GraphStore } from "../store/graph-store.ts";
import { findWriteObstacle } from "./check-origin.ts";
import { guardQuery, type Inspected } from "./guard-query.ts";
import { isRefusal, readRequest, type GraphQLRequest, type Refusal } from "./read-request.ts";
import { etagOf, ResponseCache, type CachedResponse } from "./response-cache.ts";
import { requestIdOf, sendRefusal } from "./send-error.ts";

/** How long a request may run, in ms; ingesting a long article takes longest. */
const QUERY_TIMEOUT_MS = 20_000;
const MUTATION_TIMEOUT_MS = 120_000;
const VERSION_HEADER = "Entente-Version";

const LOCAL_USER: Viewer = { name: "local user", role: "ADMIN" };
const ANYBODY: Viewer = { name: null, role: "READER" };

export interface Endpoint {
  readonly apollo: ApolloServer<RequestContext>;
  readonly schema: GraphQLSchema;
  readonly store: GraphStore;
  readonly watch: VersionWatch;
  readonly cache: ResponseCache;
  readonly overviews: OverviewCache;
  readonly parts: PartIndex;
  readonly fetchSource: FetchSource;
  /** Bound to more than loopback: nobody may write until keys exist. */
  readonly readOnly: boolean;
}

/** POST and GET /graphql: guard, who may write, cache, and only then Apollo. */
export function graphqlEndpoint(endpoint: Endpoint): RequestHandler {
  const { apollo, schema, store, watch, overviews, parts, fetchSource } = endpoint;
  const execute = expressMiddleware(apollo, {
    context: ({ req, res }) =>
      Promise.resolve({
        requestId: requestIdOf(res),
        store,
        loaders: createLoaders(store),
        overviews,
        parts,
        fetchSource,
        viewer: viewerOf(req, endpoint),
        noteWrite: async () => {
          res.set(VERSION_HEADER, String(await watch.refresh()));
        },
      }),
  });
  return async (req, res, next) => {
    const request = readRequest(req);
    const inspected = isRefusal(request) ? request : guardQuery(schema, request);
    if (isRefusal(request) || isRefusal(inspected)) {
      sendRefusal(res, inspected as Refusal);
      return;
    }
    const obstacle = findObstacle(req, inspected, endpoint);
    if (obstacle) {
      sendRefusal(res, obstacle);
      return;
    }
    const wanted = Number(req.get(VERSION_HEADER) ?? 0);
    if (wanted > (watch.known ?? 0)) await watch.reach(wanted);
    limitTime(res, inspected);
    const key = cacheKey(request, inspected, { version: watch.known, viewer: viewerOf(req, endpoint) });
    const cached = key === null ? null : endpoint.cache.get(key);
    if (cached) sendCached(req, res, cached);
    else {
      if (key !== null) rememberAnswer({ req, res, key, version: watch.known }, endpoint);
      await execute(req, res, next);
    }
  };
}

function viewerOf(req: Request, { readOnly }: Endpoint): Viewer {
  return readOnly || obstacleOf(req) !== null ? ANYBODY : LOCAL_USER;
}

const obstacleOf = (req: Request): string | null =>
  findWriteObstacle({ host: req.get("host"), origin: req.get("origin") });

function findObstacle(req: Request, { operation }: Inspected, { readOnly }: Endpoint): Refusal | null {
  if (operation.operation !== OperationTypeNode.MUTATION) return null;
  if (req.method !== "POST") {
    return { status: 405, code: "BAD_USER_INPUT", message: "method: got GET, expected POST for a mutation" };
  }
  const message = readOnly
    ? "This server is read-only: it is bound to more than this machine and has no keys. Bind it to 127.0.0.1 to make changes."
    : obstacleOf(req);
  return message === null ? null : { status: 403, code: "FORBIDDEN", message };
}

function limitTime(res: Response, { operation }: Inspected): void {
  const limit = operation.operation === OperationTypeNode.MUTATION ? MUTATION_TIMEOUT_MS : QUERY_TIMEOUT_MS;
  const timer = setTimeout(() => {
    const message = `No answer within ${limit / 1000} s. Ask for less at once.`;
    sendRefusal(res, { status: 504, code: "TIMEOUT", message });
  }, limit);
  res.once("close", () => clearTimeout(timer));
}

/** Null for what must not be kept: mutations, and everything while the store's version is not known. */
function cacheKey(
  { query, operationName, variables }: GraphQLRequest,
  { operation }: Inspected,
  { version, viewer }: { readonly version: number | null; readonly viewer: Viewer },
): string | null {
  if (operation.operation !== OperationTypeNode.QUERY || version === null) return null;
  return ResponseCache.key([query, operationName, variables, viewer.role, version]);
}

interface Answering {
  readonly req: Request;
  readonly res: Response;
  readonly key: string;
  readonly version: number | null;
}

/** Keeps a whole answer without errors, unless the data moved while it was computed. */
function rememberAnswer({ req, res, key, version }: Answering, { cache, watch }: Endpoint): void {
  const send = res.send.bind(res);
  res.send = (body: unknown) => {
    if (res.headersSent) return res;
    if (typeof body !== "string" || res.statusCode !== 200 || body.startsWith('{"errors"')) return send(body);
    const answer: CachedResponse = { body, etag: etagOf(body) };
    if (watch.known === version && !body.includes('"errors":[{"message"')) cache.set(key, answer);
    res.send = send;
    return sendCached(req, res, answer);
  };
}

function sendCached(req: Request, res: Response, { body, etag }: CachedResponse): Response {
  res.set({ ETag: etag, "Cache-Control": "no-cache", "Content-Type": "application/json; charset=utf-8" });
  const known = req.get("if-none-match")?.split(/\s*,\s*/);
  if (req.method === "GET" && known?.includes(etag)) return res.status(304).end();
  return res.send(body);
}
