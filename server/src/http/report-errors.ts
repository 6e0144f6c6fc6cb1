import type { ApolloServerPlugin } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import type { Logger } from "pino";
import { EntenteError } from "../errors.ts";
import type { RequestContext } from "../resolvers/context.ts";

/** Adds the request's id to every error, answers 503 when the store is away, and logs what nobody may see. */
export function createErrorReporter(logger: Logger): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors({ errors, contextValue: { requestId } }) {
          for (const error of errors) {
            const thrown = unwrapResolverError(error);
            if (thrown instanceof EntenteError && thrown.code !== "UNAVAILABLE") continue;
            if (thrown === error && error.extensions.code !== undefined) continue;
            logger.error({ err: thrown, requestId, path: error.path }, "request failed");
          }
          return Promise.resolve();
        },
        willSendResponse({ response, contextValue: { requestId } }) {
          if (response.body.kind !== "single" || !response.body.singleResult.errors) return Promise.resolve();
          const { singleResult } = response.body;
          const errors = singleResult.errors?.map((error) => ({
            ...error,
            extensions: { ...error.extensions, requestId },
          }));
          response.body = { kind: "single", singleResult: { ...singleResult, errors: errors ?? [] } };
          if (errors?.some(({ extensions }) => "code" in extensions && extensions.code === "UNAVAILABLE")) {
            response.http.status = 503;
          }
          return Promise.resolve();
        },
      }),
  };
}
