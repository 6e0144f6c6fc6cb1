import { claimsAbout, type ClaimChoice } from "../services/list-claims.ts";
import { claimPage, type ClaimConnection } from "./connections.ts";
import type { RequestContext } from "./context.ts";
import { claimParents, typeNameOf, type ClaimParent, type EntityParent, type NodeParent } from "./parents.ts";

export interface ConflictParent {
  readonly property: string;
  readonly chosen: ClaimParent;
  readonly others: readonly ClaimParent[];
  readonly reason: string;
}

/** Conflicts whose claims are all there; a claim superseded meanwhile takes its conflict along. */
async function conflictsOf(
  { state, version }: EntityParent,
  _: unknown,
  { loaders }: RequestContext,
): Promise<ConflictParent[]> {
  const conflicts = await Promise.all(
    state.conflicts.map(async ({ property, chosen, others, reason }) => {
      const [winner, ...losers] = await claimParents(loaders, [chosen, ...others], version);
      return winner ? { property, chosen: winner, others: losers, reason } : null;
    }),
  );
  return conflicts.filter((conflict) => conflict !== null);
}

/** Fields of every entity type. */
export const entityFields = {
  id: ({ state }: EntityParent) => state.id,
  name: ({ state }: EntityParent) => state.name,
  aliases: ({ state }: EntityParent) => state.aliases,
  mergedIds: ({ state }: EntityParent) => state.mergedIds,
  conflicts: conflictsOf,
  claims: async (
    parent: EntityParent,
    choice: ClaimChoice,
    { store }: RequestContext,
  ): Promise<ClaimConnection> => claimPage(await claimsAbout(store, parent, choice)),
};

const nodeType = { __resolveType: (parent: NodeParent) => typeNameOf(parent) };

export const interfaceResolvers = {
  Node: nodeType,
  Entity: nodeType,
  Party: nodeType,
  UserError: {
    __resolveType: ({ code }: { readonly code: string }) =>
      code === "NOT_FOUND" ? "NotFound" : code === "STALE" ? "Stale" : "InvalidInput",
  },
};
