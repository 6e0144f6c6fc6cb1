import type { Response } from "express";
import type { Logger } from "pino";
import { EntenteError } from "../errors.ts";
import type { Refusal } from "./read-request.ts";

/** Set on every response, so that an error report finds its line in the log. */
export const REQUEST_ID_HEADER = "X-Request-Id";

export const requestIdOf = (res: Response): string => String(res.getHeader(REQUEST_ID_HEADER) ?? "");

/** Answers with one coded error in GraphQL's shape. */
export function sendRefusal(res: Response, { status, code, message }: Refusal): void {
  if (res.headersSent) return;
  res
    .status(status)
    .set("Cache-Control", "no-store")
    .json({ errors: [{ message, extensions: { code, requestId: requestIdOf(res) } }] });
}

const PARSER_FAULTS: Readonly<Record<string, Refusal>> = {
  "entity.too.large": {
    status: 413,
    code: "BAD_USER_INPUT",
    message: "body: got more than 2 MB, expected less; send a shorter text",
  },
  "entity.parse.failed": { status: 400, code: "BAD_USER_INPUT", message: "body: expected valid JSON" },
  "charset.unsupported": { status: 415, code: "BAD_USER_INPUT", message: "body: expected UTF-8" },
  "encoding.unsupported": {
    status: 415,
    code: "BAD_USER_INPUT",
    message: "body: expected gzip, deflate, br or no encoding",
  },
};

/** Answers for a fault: the body parser's by their kind, our own by their code, all others masked and logged. */
export function answerFault(error: unknown, res: Response, logger: Logger): void {
  const kind = typeof error === "object" && error !== null && "type" in error ? String(error.type) : "";
  const known = PARSER_FAULTS[kind];
  if (known) {
    sendRefusal(res, known);
    return;
  }
  if (error instanceof EntenteError) {
    const status = error.code === "UNAVAILABLE" ? 503 : 400;
    sendRefusal(res, { status, code: error.code, message: error.message });
    return;
  }
  logger.error({ err: error, requestId: requestIdOf(res) }, "unexpected fault");
  const message = "Something went wrong on our side. The requestId finds it in the server's log.";
  sendRefusal(res, { status: 500, code: "INTERNAL_SERVER_ERROR", message });
}
