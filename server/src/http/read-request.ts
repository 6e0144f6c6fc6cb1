import type { Request } from "express";

/** A GraphQL request as it came over HTTP, not validated yet. */
export interface GraphQLRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const bad = (message: string, status = 400): Refusal => ({ status, code: "BAD_USER_INPUT", message });

export const isRefusal = (answer: object): answer is Refusal => "status" in answer;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Reads query, variables and operation name from a POST body or a GET's parameters. */
export function readRequest(req: Request): GraphQLRequest | Refusal {
  if (req.method === "GET" || req.method === "HEAD") return readParameters(req.query);
  if (req.method !== "POST") return bad(`method: got ${req.method}, expected GET or POST`, 405);
  // A page elsewhere can send other types without asking first, JSON it cannot.
  if (!req.is("application/json")) {
    return bad(`Content-Type: got ${req.get("content-type") ?? "none"}, expected application/json`, 415);
  }
  const body: unknown = req.body;
  if (Array.isArray(body)) return bad("body: got a list, expected one request: batching is off");
  if (!isRecord(body)) return bad("body: expected a JSON object with query");
  return readFields(body.query, body.operationName, body.variables);
}

function readParameters({ query, operationName, variables }: Request["query"]): GraphQLRequest | Refusal {
  if (typeof variables !== "string" || variables === "") return readFields(query, operationName, undefined);
  try {
    return readFields(query, operationName, JSON.parse(variables) as unknown);
  } catch {
    return bad("variables: expected JSON");
  }
}

function readFields(query: unknown, operationName: unknown, variables: unknown): GraphQLRequest | Refusal {
  if (typeof query !== "string" || query.trim() === "")
    return bad("query: got none, expected a GraphQL document");
  if (operationName != null && typeof operationName !== "string")
    return bad("operationName: expected a string");
  if (variables != null && !isRecord(variables)) return bad("variables: expected a JSON object");
  return { query, operationName: operationName || null, variables: variables ?? {} };
}
