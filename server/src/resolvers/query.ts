import type { EntityType } from "@entente/graph-schema";
import { InvalidInputError } from "../errors.ts";
import { blocIdOf, countryIdOf } from "../services/find-node.ts";
import { listAgreements, NEWEST_FIRST } from "../services/list-agreements.ts";
import { listDocuments } from "../services/list-documents.ts";
import { neighborhood, type NeighborhoodRequest } from "../services/neighborhood.ts";
import { overview } from "../services/overview.ts";
import { MAX_PAGE, type PageArguments } from "../services/page.ts";
import { readAsOf, type AsOfInput } from "../services/read-as-of.ts";
import { loadEntities } from "../services/read-context.ts";
import { readFlows } from "../services/read-flows.ts";
import { readTimeline } from "../services/read-timeline.ts";
import { readTotal, type TotalRequest } from "../services/read-total.ts";
import { resolveFilter, type FilterInput } from "../services/resolve-filter.ts";
import { search } from "../services/search.ts";
import type { Drawn } from "../services/subgraph.ts";
import type { Bucket } from "../services/timeline.ts";
import { agreementPage, documentPage } from "./connections.ts";
import type { RequestContext } from "./context.ts";
import { queueResolvers } from "./curation.ts";
import { entityParent, type EntityParent, type NodeParent } from "./parents.ts";
import type { AgreementArguments } from "./party.ts";
import { readNode } from "./read-node.ts";

interface AsOf {
  readonly asOf?: AsOfInput | null;
}
interface Filtered extends AsOf {
  readonly filter?: FilterInput | null;
}

async function entityById(
  context: RequestContext,
  id: string | null,
  asOf: AsOf["asOf"],
): Promise<EntityParent | null> {
  if (id === null) return null;
  const version = await readAsOf(context.store, asOf);
  const state = await context.loaders.entities.load({ id, version });
  return state && entityParent(state, version);
}

async function readDrawn({ store, loaders }: RequestContext, { filter, asOf }: Filtered): Promise<Drawn> {
  const version = await readAsOf(store, asOf);
  return { filter: await resolveFilter(filter, { loaders, version }), version };
}

async function readNodes(
  _: unknown,
  { ids, asOf }: AsOf & { readonly ids: readonly string[] },
  context: RequestContext,
): Promise<(NodeParent | null)[]> {
  if (ids.length > MAX_PAGE) {
    throw new InvalidInputError(`ids: got ${ids.length}, expected up to ${MAX_PAGE}`, ["ids"]);
  }
  const version = await readAsOf(context.store, asOf);
  return await Promise.all(ids.map((id) => readNode(context, id, version)));
}

interface SearchArguments {
  readonly query: string;
  readonly types?: readonly EntityType[] | null;
  readonly first?: number | null;
}

async function readSearch(
  _: unknown,
  { query, types, first }: SearchArguments,
  context: RequestContext,
): Promise<unknown> {
  const { hits, exact } = await search(context.store, query, { types: types ?? null, first: first ?? null });
  const ids = hits.map(({ candidate }) => candidate.id);
  const states = new Map((await loadEntities(context.loaders, ids, null)).map((state) => [state.id, state]));
  const nodes = hits.flatMap(({ candidate, score, matched }) => {
    const state = states.get(candidate.id);
    return state ? [{ entity: entityParent(state, null), label: state.name, score, matched }] : [];
  });
  return { nodes, exact };
}

export const queryResolvers = {
  Query: {
    node: async (_: unknown, { id, asOf }: AsOf & { readonly id: string }, context: RequestContext) =>
      await readNode(context, id, await readAsOf(context.store, asOf)),
    nodes: readNodes,
    country: (_: unknown, { iso, asOf }: AsOf & { readonly iso: string }, context: RequestContext) =>
      entityById(context, countryIdOf(iso), asOf),
    bloc: (_: unknown, { acronym, asOf }: AsOf & { readonly acronym: string }, context: RequestContext) =>
      entityById(context, blocIdOf(acronym), asOf),
    agreements: async (
      _: unknown,
      { orderBy, ...rest }: AgreementArguments & AsOf,
      context: RequestContext,
    ) => {
      const drawn = await readDrawn(context, rest);
      return agreementPage(
        await listAgreements(context.store, { ...drawn, order: orderBy ?? NEWEST_FIRST }, rest),
      );
    },
    documents: async (
      _: unknown,
      { text, asOf, ...page }: PageArguments & AsOf & { readonly text?: string | null },
      { store }: RequestContext,
    ) => {
      const version = await readAsOf(store, asOf);
      return documentPage(await listDocuments(store, { text: text ?? null, version }, page), version);
    },
    search: readSearch,
    timeline: async (
      _: unknown,
      { bucket, currency, ...rest }: Filtered & { readonly bucket: Bucket; readonly currency: string },
      context: RequestContext,
    ) => await readTimeline(context, await readDrawn(context, rest), { bucket, currency }),
    total: async (_: unknown, args: Filtered & TotalRequest, context: RequestContext) =>
      await readTotal(context, await readDrawn(context, args), args),
    flows: async (
      _: unknown,
      { first, currency, ...rest }: Filtered & { readonly first: number; readonly currency: string },
      context: RequestContext,
    ) => {
      const drawn = await readDrawn(context, rest);
      return { ...(await readFlows(context, drawn, { first, currency })), version: drawn.version };
    },
    overview: async (
      _: unknown,
      { first, ...rest }: Filtered & { readonly first?: number | null },
      context: RequestContext,
    ) => await overview(context, await readDrawn(context, rest), first),
    neighborhood: async (_: unknown, args: Filtered & NeighborhoodRequest, context: RequestContext) =>
      await neighborhood(context, await readDrawn(context, args), args),
    ...queueResolvers,
    viewer: (_: unknown, _args: unknown, { viewer }: RequestContext) => viewer,
    dataVersion: async (_: unknown, _args: unknown, { store }: RequestContext) => {
      const version = await store.dataVersion();
      return { ...version, id: `version:${version.version}` };
    },
  },
};
