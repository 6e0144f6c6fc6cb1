import { ModelError } from "../llm/model-error.ts";

/** Longest answer that is read, in bytes: a list of deals is a few kilobytes. */
const MAX_BYTES = 512 * 1024;
/** Longest pause that a server may ask for, in milliseconds. */
const MAX_PAUSE_MS = 30_000;
const TRIES = 4;

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** For one request with its whole answer. */
  readonly timeoutMs: number;
  readonly retryMs: number;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
}

interface Reply extends Answered {
  readonly retryAfterMs: number | null;
}

const isBusy = (status: number): boolean => status === 429 || status >= 500;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Seconds or a date, as HTTP allows. */
function readRetryAfter(value: string | null): number | null {
  if (value === null || value === "") return null;
  const ms = /^\d+$/u.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

/** Stops reading where the limit is passed; a body that never ends is cut there or by the deadline. */
async function readText(body: ReadableStream<Uint8Array> | null, url: string): Promise<string> {
  if (!body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_BYTES)
      throw new ModelError(`${url}: got more than ${MAX_BYTES} bytes, expected a list of deals`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

async function sendOnce({ url, headers, body, timeoutMs }: Post): Promise<Reply> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
      // The key goes to the address that was set and to no other.
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return {
      status: response.status,
      text: await readText(response.body, url),
      retryAfterMs: readRetryAfter(response.headers.get("retry-after")),
    };
  } catch (error) {
    if (error instanceof ModelError) throw error;
    if (error instanceof Error && error.name === "TimeoutError")
      throw new ModelError(`${url}: got no whole answer in ${timeoutMs} ms`, { cause: error });
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const why =
      cause instanceof Error ? cause.message || ("code" in cause ? String(cause.code) : cause.name) : "";
    throw new ModelError(`${url}: not reached (${why}), expected a model server there`, {
      cause: error,
      stops: true,
    });
  }
}

/** Posts JSON; sends again, with growing pauses, only where the server says that it is busy or broken (429, 5xx). */
export async function postJson(post: Post): Promise<Answered> {
  let waitMs = post.retryMs;
  for (let tries = 1; ; tries += 1) {
    const reply = await sendOnce(post);
    if (!isBusy(reply.status) || tries === TRIES) return reply;
    await pause(Math.min(MAX_PAUSE_MS, Math.max(waitMs, reply.retryAfterMs ?? 0)));
    waitMs *= 2;
  }
}
