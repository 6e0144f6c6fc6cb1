import { cacheExchange, Client, fetchExchange } from "urql";

/** Answers about anything are stale once a document was stored: every query carries this type name. */
export const STALE_AFTER_STORING = { additionalTypenames: ["Agreement"] };

export const createApiClient = (): Client =>
  new Client({ url: "/graphql", preferGetMethod: false, exchanges: [cacheExchange, fetchExchange] });
