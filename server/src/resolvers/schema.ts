import { makeExecutableSchema } from "@graphql-tools/schema";
import type { GraphQLSchema } from "graphql";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { agreementResolvers } from "./agreement.ts";
import { auditResolvers } from "./curation.ts";
import { documentResolvers } from "./document.ts";
import { interfaceResolvers } from "./entity.ts";
import { enumResolvers } from "./enums.ts";
import { graphResolvers } from "./graph.ts";
import { mutationResolvers } from "./mutation.ts";
import { partyResolvers } from "./party.ts";
import { queryResolvers } from "./query.ts";
import { scalarResolvers } from "./scalars.ts";

/** The SDL of graph-schema with the resolvers behind it. */
export function createSchema(): GraphQLSchema {
  const sdl = createRequire(import.meta.url).resolve("@entente/graph-schema/sdl/entente.graphql");
  return makeExecutableSchema({
    typeDefs: readFileSync(sdl, "utf8"),
    resolvers: {
      ...scalarResolvers,
      ...enumResolvers,
      ...interfaceResolvers,
      ...queryResolvers,
      ...auditResolvers,
      ...mutationResolvers,
      ...partyResolvers,
      ...agreementResolvers,
      ...documentResolvers,
      ...graphResolvers,
    },
  });
}
