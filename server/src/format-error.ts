import { unwrapResolverError } from "@apollo/server/errors";
import type { GraphQLFormattedError } from "graphql";
import { EntenteError, InvalidInputError } from "./errors.ts";

/** Codes of errors that GraphQL itself finds in a request; their messages speak of the request only. */
const REQUEST_CODES = [
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_USER_INPUT",
  "BAD_REQUEST",
];

/** What the world may see of an error: our own messages and GraphQL's, of anything else that it happened. */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const { message, locations, path } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const error = unwrapResolverError(thrown);
  if (error instanceof InvalidInputError) {
    const { code, path: argument } = error;
    return { message: error.message, ...place, extensions: { code, argument } };
  }
  if (error instanceof EntenteError)
    return { message: error.message, ...place, extensions: { code: error.code } };
  const code = codeOf(formatted);
  if (REQUEST_CODES.includes(code)) return { message, ...place, extensions: { code } };
  return {
    message: "Something went wrong on our side. The requestId finds it in the server's log.",
    ...place,
    extensions: { code: "INTERNAL_SERVER_ERROR" },
  };
}

/** A wrong value is the same fault whether it is written in the query or sent beside it. */
function codeOf({ extensions, message }: GraphQLFormattedError): string {
  const code = extensions?.code;
  if (code === "GRAPHQL_VALIDATION_FAILED" && /^\w+: got .*, expected /.test(message))
    return "BAD_USER_INPUT";
  return typeof code === "string" ? code : "INTERNAL_SERVER_ERROR";
}
