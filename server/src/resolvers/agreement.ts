import {
  convertMoney,
  type AgreementPartyState,
  type AgreementState,
  type AgreementValue,
  type Conversion,
  type ConversionRequest,
  type EntityId,
  type Rung,
} from "@entente/graph-schema";
import { listKey } from "../services/cursor.ts";
import { findRoot } from "../services/find-root.ts";
import { pageOf } from "../services/list-agreements.ts";
import { cutPage, type PageArguments } from "../services/page.ts";
import { loadEntities, type Version } from "../services/read-context.ts";
import { checkBaseYear, checkCurrency } from "../services/read-total.ts";
import {
  agreementPage,
  documentPage,
  type AgreementConnection,
  type DocumentConnection,
} from "./connections.ts";
import type { RequestContext } from "./context.ts";
import { entityFields } from "./entity.ts";
import {
  claimParents,
  entityParent,
  entityParents,
  periodOf,
  requireEntity,
  type AgreementParent,
  type ClaimParent,
  type EntityParent,
} from "./parents.ts";

/** A row of a state with the version it was read at. */
type At<T> = T & { readonly version: Version };

const at = <T extends object>(rows: readonly T[], version: Version): At<T>[] =>
  rows.map((row) => ({ ...row, version }));

const claimsOfRow = (
  { claims, version }: At<{ readonly claims: readonly string[] }>,
  _: unknown,
  { loaders }: RequestContext,
): Promise<ClaimParent[]> => claimParents(loaders, claims, version);

const named =
  (pick: (state: AgreementState) => readonly EntityId[]) =>
  ({ state, version }: AgreementParent, _: unknown, { loaders }: RequestContext): Promise<EntityParent[]> =>
    entityParents(loaders, pick(state), version);

type Page = Pick<PageArguments, "first" | "after">;

async function partsOf(
  { state, version }: AgreementParent,
  page: Page,
  { store, loaders, parts }: RequestContext,
): Promise<AgreementConnection> {
  const ids = await parts.partsOf(store, state.id, version);
  const list = listKey(["parts", state.id, version]);
  const cut = cutPage(
    ids.map((id) => ({ id })),
    list,
    page,
  );
  const states = await loadEntities(
    loaders,
    cut.nodes.map(({ id }) => id),
    version,
  );
  const agreements = states.filter((found) => found.type === "agreement");
  return {
    ...agreementPage(
      pageOf(agreements, { scope: { filter: { viaOrganizations: true, ids }, version }, total: ids.length }),
    ),
    pageInfo: cut.pageInfo,
  };
}

async function documentsOf(
  { state, version }: AgreementParent,
  page: Page,
  { loaders }: RequestContext,
): Promise<DocumentConnection> {
  const found = await Promise.all(state.documents.map((id) => loaders.documents.load({ id, version })));
  const documents = found
    .filter((document) => document !== null)
    .sort((a, b) => b.recordedIn - a.recordedIn || (a.id < b.id ? 1 : -1));
  return documentPage(cutPage(documents, listKey(["documents of", state.id, version]), page), version);
}

/** Copies of one story are no independent support. */
async function independentSources(
  { state, version }: AgreementParent,
  _: unknown,
  { loaders }: RequestContext,
): Promise<number> {
  const found = await Promise.all(state.documents.map((id) => loaders.documents.load({ id, version })));
  return new Set(found.flatMap((document) => (document ? [document.syndicatedFrom ?? document.id] : [])))
    .size;
}

async function partOf(
  parent: AgreementParent,
  _: unknown,
  { loaders }: RequestContext,
): Promise<EntityParent | null> {
  const [umbrella] = await entityParents(loaders, parent.state.partOf.slice(0, 1), parent.version);
  return umbrella ?? null;
}

export const agreementResolvers = {
  Agreement: {
    ...entityFields,
    kind: ({ state }: AgreementParent) => state.kind,
    status: ({ state }: AgreementParent) => state.status,
    binding: ({ state }: AgreementParent) => state.binding,
    date: ({ state }: AgreementParent) => state.date,
    count: ({ state }: AgreementParent) => state.count,
    ladder: ({ state, version }: AgreementParent) => at(state.ladder, version),
    parties: ({ state, version }: AgreementParent) => at(state.parties, version),
    values: ({ state, version }: AgreementParent) => at(state.values, version),
    sectors: named(({ sectors }) => sectors),
    events: named(({ events }) => events),
    amends: named(({ amends }) => amends),
    replaces: named(({ replaces }) => replaces),
    partOf,
    root: async ({ state, version }: AgreementParent, _: unknown, { loaders }: RequestContext) => {
      const root = await findRoot(loaders, state, version);
      return root && entityParent(root, version);
    },
    independentSources,
    parts: partsOf,
    documents: documentsOf,
  },
  AgreementParty: {
    party: ({ party, version }: At<AgreementPartyState>, _: unknown, { loaders }: RequestContext) =>
      requireEntity(loaders, party, version),
    period: ({ from, to }: AgreementPartyState) => periodOf(from, to),
    claims: claimsOfRow,
  },
  Rung: {
    status: ({ status }: Rung) => status,
    on: ({ on }: Rung) => on,
    claims: claimsOfRow,
  },
  Money: {
    amount: ({ money }: AgreementValue) => money.amount,
    upTo: ({ money }: AgreementValue) => money.upTo,
    currency: ({ money }: AgreementValue) => money.currency,
    role: ({ money }: AgreementValue) => money.role,
    hedge: ({ money }: AgreementValue) => money.hedge,
    asOf: ({ money }: AgreementValue) => money.asOf,
    converted: (
      { money, year }: AgreementValue,
      { to, prices, baseYear }: ConversionRequest,
    ): Conversion | null =>
      convertMoney(money, year, {
        to: checkCurrency(to),
        prices,
        baseYear: checkBaseYear(prices, baseYear),
      }),
    claims: claimsOfRow,
  },
};
