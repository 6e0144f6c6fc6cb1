import { initGraphQLTada } from "gql.tada";
import type { introspection } from "./graphql-env.d.ts";

/** Typed documents of graph-schema/sdl; `npx gql.tada generate-output` refreshes the types. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: {
    Cursor: string;
    CurrencyCode: string;
    Decimal: string;
    Date: string;
    DateTime: string;
    URL: string;
  };
}>();
export type { ResultOf, VariablesOf } from "gql.tada";
