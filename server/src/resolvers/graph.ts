import { formatCents, type AgreementState } from "@entente/graph-schema";
import { listAgreements, NEWEST_FIRST, pageOf, type AgreementPage } from "../services/list-agreements.ts";
import type { Flow, Flows } from "../services/flows.ts";
import { checkRange, type PageArguments } from "../services/page.ts";
import type { Version } from "../services/read-context.ts";
import { readFacet } from "../services/read-facets.ts";
import type { TotalExclusion } from "../services/read-total.ts";
import { pairAgreements, pairPeriod } from "../services/pair-agreements.ts";
import type { GraphEdge, Subgraph } from "../services/subgraph.ts";
import type { Scope } from "../store/filter.ts";
import { agreementPage } from "./connections.ts";
import type { RequestContext } from "./context.ts";
import { claimParents, entityParent, periodOf, requireEntity, type ClaimParent } from "./parents.ts";

/** Agreements whose party claims stand for a pair's edge. */
const EVIDENCE_AGREEMENTS = 12;

const agreementsOf = async (
  edge: GraphEdge,
  first: number,
  { store }: RequestContext,
): Promise<AgreementPage> =>
  edge.kind === "pair"
    ? await pairAgreements(store, edge, first)
    : pageOf([edge.agreement], {
        scope: {
          filter: { viaOrganizations: true, ids: [edge.agreement.id] },
          version: edge.drawn.version,
        },
        total: 1,
      });

interface FlowsParent extends Flows {
  readonly version: Version;
}
interface FlowParent extends Flow {
  readonly version: Version;
}

const partyClaims = ({ parties }: AgreementState, ends: readonly string[]): string[] =>
  parties.filter(({ party }) => ends.includes(party)).flatMap(({ claims }) => claims);

async function claimsOf(edge: GraphEdge, _: unknown, context: RequestContext): Promise<ClaimParent[]> {
  const ends = edge.kind === "pair" ? [edge.pair.a, edge.pair.b] : [edge.party];
  const { nodes } = await agreementsOf(edge, EVIDENCE_AGREEMENTS, context);
  const ids = new Set(nodes.flatMap((agreement) => partyClaims(agreement, ends)));
  return await claimParents(context.loaders, [...ids], edge.drawn.version);
}

function partyPeriod({
  party,
  agreement,
}: GraphEdge & { readonly kind: "party" }): ReturnType<typeof periodOf> {
  const row = agreement.parties.find((one) => one.party === party);
  return row ? periodOf(row.from, row.to) : null;
}

export const graphResolvers = {
  Subgraph: {
    nodes: ({ nodes, version }: Subgraph) => nodes.map((state) => entityParent(state, version)),
  },
  AgreementFacets: {
    byKind: (scope: Scope, _: unknown, context: RequestContext) => readFacet(context, scope, { by: "kind" }),
    byStatus: (scope: Scope, _: unknown, context: RequestContext) =>
      readFacet(context, scope, { by: "status" }),
    bySector: (scope: Scope, _: unknown, context: RequestContext) =>
      readFacet(context, scope, { by: "sector" }),
    byParty: (scope: Scope, { first }: { readonly first: number }, context: RequestContext) =>
      readFacet(context, scope, { by: "party", limit: checkRange("first", first) }),
    byBloc: (scope: Scope, _: unknown, context: RequestContext) => readFacet(context, scope, { by: "bloc" }),
  },
  Flows: {
    flows: ({ flows, version }: FlowsParent) => flows.map((flow) => ({ ...flow, version })),
  },
  Flow: {
    from: ({ from, version }: FlowParent, _: unknown, { loaders }: RequestContext) =>
      requireEntity(loaders, from, version),
    to: ({ to, version }: FlowParent, _: unknown, { loaders }: RequestContext) =>
      requireEntity(loaders, to, version),
  },
  Exclusion: {
    agreements: async (
      { ids, drawn }: TotalExclusion,
      page: Pick<PageArguments, "first" | "after">,
      { store }: RequestContext,
    ) => {
      const filter = { viaOrganizations: true, ids };
      return agreementPage(
        await listAgreements(store, { filter, order: NEWEST_FIRST, version: drawn.version }, page),
      );
    },
  },
  GraphEdge: {
    source: (edge: GraphEdge) => (edge.kind === "pair" ? edge.pair.a : edge.party),
    target: (edge: GraphEdge) => (edge.kind === "pair" ? edge.pair.b : edge.agreement.id),
    type: (edge: GraphEdge) => (edge.kind === "pair" ? "PAIR" : "PARTY_TO"),
    count: (edge: GraphEdge) => (edge.kind === "pair" ? edge.pair.count : 1),
    sharedCount: (edge: GraphEdge) => (edge.kind === "pair" ? edge.pair.sharedCount : 0),
    amount: (edge: GraphEdge) =>
      edge.kind === "pair" && edge.pair.usdCents !== null ? formatCents(edge.pair.usdCents) : null,
    period: (edge: GraphEdge) => (edge.kind === "pair" ? pairPeriod(edge.pair) : partyPeriod(edge)),
    agreements: async (edge: GraphEdge, { first }: { readonly first: number }, context: RequestContext) =>
      agreementPage(await agreementsOf(edge, first, context)),
    claims: claimsOf,
  },
};
