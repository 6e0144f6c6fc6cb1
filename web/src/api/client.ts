import { makeOperation, type Operation } from "@urql/core";
import { cacheExchange, Client, fetchExchange, mapExchange, type Exchange } from "urql";
import type { AsOf } from "../state/as-of.ts";

/** Answers about anything are stale once a document was stored: every query carries this type name. */
export const STALE_AFTER_STORING = { additionalTypenames: ["Agreement"] };

const API = "/graphql";

const takesAsOf = ({ query, kind }: Operation): boolean =>
  kind === "query" &&
  query.definitions.some(
    (definition) =>
      "variableDefinitions" in definition &&
      definition.variableDefinitions?.some(({ variable }) => variable.name.value === "asOf"),
  );

/** Asks every query that can be asked so as of a point of recorded time: no view can forget it. */
const askAsOf = (asOf: AsOf): Exchange =>
  mapExchange({
    onOperation: (operation) =>
      takesAsOf(operation)
        ? makeOperation(operation.kind, { ...operation, variables: { ...operation.variables, asOf } })
        : operation,
  });

/** One client, and one cache, for each point of recorded time; null is now. */
export const createApiClient = (asOf: AsOf | null): Client =>
  new Client({
    url: API,
    preferGetMethod: false,
    exchanges: [cacheExchange, ...(asOf === null ? [] : [askAsOf(asOf)]), fetchExchange],
  });

/** Keeps nothing: for queues, which go on where they are, and previews, which change nothing. */
export const directClient = new Client({ url: API, preferGetMethod: false, exchanges: [fetchExchange] });
