import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { ModelDialect } from "@entente/extract";
import { afterAll, beforeAll, beforeEach } from "vitest";

/** One request as the server saw it. */
export interface Seen {
  readonly dialect: ModelDialect;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
  /** All that a model would read: system and user messages. */
  readonly prompt: string;
}

/** What the server does with a request: a status with a body, or anything with the response itself. */
export type Reply =
  | { readonly status?: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | ((res: ServerResponse) => void);

const PATHS: Readonly<Record<string, ModelDialect>> = {
  "/v1/chat/completions": "openai",
  "/v1/messages": "anthropic",
  "/api/chat": "ollama",
};

/** A model's words in the envelope of a dialect; an object is what Anthropic's forced tool is given. */
export function envelope(
  dialect: ModelDialect,
  content: unknown,
  tokens = { input: 900, output: 100 },
): unknown {
  const words = typeof content === "string" ? content : JSON.stringify(content);
  if (dialect === "openai") {
    return {
      choices: [{ finish_reason: "stop", message: { role: "assistant", content: words } }],
      usage: { prompt_tokens: tokens.input, completion_tokens: tokens.output },
    };
  }
  if (dialect === "ollama") {
    const counts = { prompt_eval_count: tokens.input, eval_count: tokens.output };
    return { message: { role: "assistant", content: words }, done: true, done_reason: "stop", ...counts };
  }
  const block =
    typeof content === "string"
      ? { type: "text", text: content }
      : { type: "tool_use", id: "t1", name: "list_deals", input: content };
  const usage = { input_tokens: tokens.input, output_tokens: tokens.output };
  return { content: [block], stop_reason: "tool_use", usage };
}

export interface ModelServer {
  /** What ENTENTE_LLM_URL is for a dialect. */
  readonly url: (dialect: ModelDialect) => string;
  readonly seen: Seen[];
  /** Most requests that were under way at once. */
  readonly widest: () => number;
  answer: (seen: Seen, at: number) => Reply | Promise<Reply>;
}

/** A server of our own that speaks the three dialects and says what a test tells it to. */
export function useModelServer(): ModelServer {
  let server: Server | null = null;
  let [open, widest] = [0, 0];
  const seen: Seen[] = [];
  const model: ModelServer = {
    url: (dialect) =>
      `http://127.0.0.1:${(server?.address() as AddressInfo).port}${dialect === "openai" ? "/v1" : ""}`,
    seen,
    widest: () => widest,
    answer: () => ({ status: 500 }),
  };
  beforeAll(async () => {
    server = createServer((req, res) => {
      open += 1;
      widest = Math.max(widest, open);
      res.once("close", () => (open -= 1));
      void text(req).then(async (raw) => {
        const dialect = PATHS[req.url ?? ""];
        if (!dialect || req.method !== "POST") return res.writeHead(404).end();
        const body = JSON.parse(raw) as Seen["body"];
        const messages = body.messages as readonly { readonly content: string }[];
        const prompt = [
          typeof body.system === "string" ? body.system : "",
          ...messages.map(({ content }) => content),
        ].join("\n");
        const request = { dialect, headers: req.headers, body, prompt };
        seen.push(request);
        const reply = await model.answer(request, seen.length - 1);
        if (typeof reply === "function") return reply(res);
        res.writeHead(reply.status ?? 200, { "content-type": "application/json", ...reply.headers });
        return res.end(typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body ?? {}));
      });
    });
    await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
  });
  beforeEach(() => {
    seen.length = 0;
    widest = 0;
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });
  return model;
}
