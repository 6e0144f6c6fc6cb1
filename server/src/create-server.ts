import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { ApolloServerPluginDrainHttpServer } from "@apollo/server/plugin/drainHttpServer";
import compression from "compression";
import express, { type Express, type RequestHandler, type Response } from "express";
import { randomUUID } from "node:crypto";
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pino, type Logger } from "pino";
import { EntenteError } from "./errors.ts";
import { createFetchSource, type FetchSource } from "./fetch/fetch-source.ts";
import { formatError } from "./format-error.ts";
import { isLoopbackAddress } from "./http/check-origin.ts";
import { explorer } from "./http/explorer.ts";
import { graphqlEndpoint } from "./http/graphql-endpoint.ts";
import { createErrorReporter } from "./http/report-errors.ts";
import { ResponseCache } from "./http/response-cache.ts";
import { openReads, securityHeaders } from "./http/security-headers.ts";
import { answerFault, REQUEST_ID_HEADER } from "./http/send-error.ts";
import type { RequestContext } from "./resolvers/context.ts";
import { createSchema } from "./resolvers/schema.ts";
import { OverviewCache } from "./services/overview.ts";
import { PartIndex } from "./services/part-index.ts";
import { VersionWatch } from "./services/version-watch.ts";
import type { GraphStore } from "./store/graph-store.ts";

const BODY_LIMIT = "2mb";
/** Against callers who send a request a byte at a time, in ms. */
const HEADERS_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 10_000;
/** How long running requests may take at the end, in ms. */
const DRAIN_MS = 10_000;

export interface ServerOptions {
  readonly store: GraphStore;
  /** 127.0.0.1 by default; any other address than loopback makes the server read-only. */
  readonly host?: string;
  /** 0 (the default) takes a free one. */
  readonly port?: number;
  readonly logger?: Logger;
  /** Folder of the built explorer. */
  readonly webFolder?: string;
  /** How addresses are fetched; only what is on the open Internet by default. */
  readonly fetchSource?: FetchSource;
}

export interface EntenteServer {
  readonly readOnly: boolean;
  /** Binds the port and returns the address to visit. Rejects with what to do when the port is taken. */
  listen(): Promise<string>;
  /** Takes no more requests, lets the running ones finish, and leaves the store open. */
  close(): Promise<void>;
}

const BUILT_EXPLORER = join(import.meta.dirname, "../../web/dist");

/** The HTTP server over a store: API, health and explorer. */
export async function createServer({
  store,
  host = "127.0.0.1",
  port = 0,
  logger = pino({ level: "silent" }),
  webFolder = BUILT_EXPLORER,
  fetchSource = createFetchSource(),
}: ServerOptions): Promise<EntenteServer> {
  const app = express();
  const handle = app as unknown as Handle;
  const httpServer = createHttpServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
    // What no route answers or throws ends here.
    (req, res) => handle(req, res, (error) => answerFault(error, res as Response, logger)),
  );
  const schema = createSchema();
  const apollo = new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    // Our own rule is stricter: a POST must be JSON, which no page elsewhere can send unasked, and a GET changes nothing.
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    formatError,
    logger,
    plugins: [
      // Apollo's default wraps every field and halves the speed (measured).
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: DRAIN_MS }),
      createErrorReporter(logger),
    ],
  });
  await apollo.start();
  const cache = new ResponseCache();
  const watch = new VersionWatch(store, () => cache.clear());
  const readOnly = !isLoopbackAddress(host);
  const draining = { now: false };
  configure(app, {
    webFolder,
    health: healthRoutes(store, watch, draining),
    graphql: graphqlEndpoint({
      apollo,
      schema,
      store,
      watch,
      cache,
      readOnly,
      overviews: new OverviewCache(),
      parts: new PartIndex(),
      fetchSource,
    }),
  });
  return {
    readOnly,
    listen: async () => {
      await watch.refresh().catch(() => undefined);
      watch.start();
      return await bind(httpServer, host, port);
    },
    close: async () => {
      draining.now = true;
      watch.stop();
      await apollo.stop();
    },
  };
}

/** An Express app as Node calls it; `done` gets what nothing else handled. */
type Handle = (req: IncomingMessage, res: ServerResponse, done: (error: unknown) => void) => void;

interface Routes {
  readonly webFolder: string;
  readonly health: RequestHandler;
  readonly graphql: RequestHandler;
}

function configure(app: Express, { webFolder, health, graphql }: Routes): void {
  // Express's own ETag hashes every body again; answers that are worth one carry their own.
  app.disable("etag").disable("x-powered-by");
  app.use((_req, res, next) => {
    res.set(REQUEST_ID_HEADER, randomUUID());
    next();
  });
  app.use(securityHeaders(), compression());
  app.get(["/health", "/ready"], health);
  app.use("/graphql", openReads(), express.json({ limit: BODY_LIMIT }), graphql);
  app.use(explorer(webFolder));
}

/** /health: the process lives. /ready: the store answers, and the server is not about to stop. */
function healthRoutes(
  store: GraphStore,
  watch: VersionWatch,
  draining: { readonly now: boolean },
): RequestHandler {
  return async (req, res) => {
    res.set("Cache-Control", "no-store");
    if (req.path === "/health") {
      res.json({ status: "ok" });
      return;
    }
    const version = draining.now ? null : await watch.refresh().catch(() => null);
    const { engine } = store;
    if (version === null)
      res.status(503).json({ status: draining.now ? "stopping" : "store unavailable", engine });
    else res.json({ status: "ready", engine, version });
  };
}

async function bind(httpServer: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    httpServer.once("error", (error: NodeJS.ErrnoException) => reject(explainBindError(error, host, port)));
    httpServer.listen(port, host, resolve);
  });
  const { port: bound } = httpServer.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${bound}`;
}

function explainBindError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new EntenteError(
        "PORT_IN_USE",
        `Port ${port} is in use. Stop what runs there, or set PORT to another.`,
      );
    case "EACCES":
      return new EntenteError("PORT_REFUSED", `Port ${port} may not be used. Set PORT to one above 1023.`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new EntenteError("HOST_UNKNOWN", `HOST: got "${host}", expected an address of this machine.`);
    default:
      return error;
  }
}
