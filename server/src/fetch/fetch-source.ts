import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { checkTarget, refuse, type Target } from "./check-target.ts";
import { PUBLIC_NETWORK, type Network } from "./network.ts";
import { ACCEPTED_ENCODINGS, readBody } from "./read-body.ts";

/** What an address gave. */
export interface FetchedSource {
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** Media type without parameters; "" where the server names none. */
  readonly mediaType: string;
  readonly charset: string | undefined;
}

export type FetchSource = (url: string) => Promise<FetchedSource>;

export interface FetchLimits {
  /** Of the decoded body. */
  readonly maxBytes: number;
  /** From the first look-up to the last byte, redirects and all. */
  readonly timeoutMs: number;
}

const DEFAULT_LIMITS: FetchLimits = { maxBytes: 10 * 2 ** 20, timeoutMs: 20_000 };
const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Anything else is a picture, an archive or a program: not read, whatever its size. */
const READABLE =
  /^(?:text\/(?:html|plain|markdown|xml)|application\/(?:xhtml\+xml|xml|rss\+xml|atom\+xml|rdf\+xml|json|feed\+json|pdf|octet-stream))?$/u;

/** Fetches pages, PDFs and feeds; see checkTarget for where it goes. Throws InvalidInputError that says what went wrong. */
export function createFetchSource(
  network: Network = PUBLIC_NETWORK,
  limits: FetchLimits = DEFAULT_LIMITS,
): FetchSource {
  return async (url) => {
    const deadline = AbortSignal.timeout(limits.timeoutMs);
    try {
      return await abortable(follow(url, { network, limits, deadline }), deadline);
    } catch (error) {
      if (deadline.aborted) {
        return refuse(
          url,
          "which was not answered in time",
          `its whole answer within ${limits.timeoutMs / 1000} s`,
        );
      }
      throw error;
    }
  };
}

/** Looking up a name cannot be stopped, only left behind. */
async function abortable<T>(work: Promise<T>, deadline: AbortSignal): Promise<T> {
  let onAbort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(new Error("aborted"));
    deadline.addEventListener("abort", onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    deadline.removeEventListener("abort", onAbort);
  }
}

interface Fetching {
  readonly network: Network;
  readonly limits: FetchLimits;
  readonly deadline: AbortSignal;
}

async function follow(first: string, fetching: Fetching): Promise<FetchedSource> {
  let address = first;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const target = await checkTarget(address, fetching.network);
    const answer = await send(target, fetching.deadline).catch((error: unknown) =>
      explainFailure(address, error),
    );
    try {
      const { location } = answer.headers;
      if (!REDIRECTS.has(answer.statusCode ?? 0) || location === undefined) {
        return await readAnswer(target.url, answer, fetching.limits);
      }
      // Checked like the first, by the next round.
      address = URL.canParse(location, address) ? new URL(location, address).href : location;
    } finally {
      answer.destroy();
    }
  }
  return refuse(first, `which redirects more than ${MAX_REDIRECTS} times`, "a page");
}

function send({ url, addresses }: Target, signal: AbortSignal): Promise<IncomingMessage> {
  const pinned: LookupFunction = (_, options, done) => {
    const [first] = addresses;
    if (options.all) done(null, [...addresses]);
    else done(null, first?.address ?? "", first?.family ?? 4);
  };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? httpsRequest : httpRequest)(url, {
      lookup: pinned,
      signal,
      // A connection of its own: a kept one might lead elsewhere.
      agent: false,
      headers: {
        accept: "text/html, application/pdf, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.1",
        "accept-encoding": ACCEPTED_ENCODINGS,
        "user-agent": "Entente/0.1",
      },
    });
    request.once("response", resolve);
    request.on("error", reject);
    request.end();
  });
}

async function readAnswer(url: URL, answer: IncomingMessage, limits: FetchLimits): Promise<FetchedSource> {
  const { statusCode = 0, headers } = answer;
  if (statusCode !== 200) refuse(url.href, `which answered with status ${statusCode}`, "status 200");
  const [type = "", ...parameters] = (headers["content-type"] ?? "").split(";").map((part) => part.trim());
  const mediaType = type.toLowerCase();
  if (!READABLE.test(mediaType)) {
    refuse(url.href, `which is of the type ${mediaType.slice(0, 100)}`, "a page, text, PDF or feed");
  }
  const body = await readBody(answer, limits.maxBytes).catch((error: unknown) =>
    explainFailure(url.href, error),
  );
  if (body === "too-large") {
    refuse(url.href, "which is larger than may be read", `up to ${limits.maxBytes / 2 ** 20} MB, unpacked`);
  }
  if (body === "unknown-encoding") {
    refuse(url.href, `which is packed as "${headers["content-encoding"] ?? ""}"`, ACCEPTED_ENCODINGS);
  }
  const charset = parameters
    .map((parameter) => /^charset\s*=\s*"?([^"]+)"?$/iu.exec(parameter)?.[1])
    .find((name) => name !== undefined);
  return { url: url.href, bytes: body, mediaType, charset };
}

function explainFailure(url: string, error: unknown): never {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return refuse(url, `which could not be read${code && ` (${code})`}`, "a host that answers over HTTP");
}
