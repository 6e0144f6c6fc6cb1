import type { AgreementState } from "@entente/graph-schema";
import { sortKeyOf } from "../store/agreement-keys.ts";
import type { AgreementFilter, AgreementOrder, Scope } from "../store/filter.ts";
import type { Count, GraphStore } from "../store/graph-store.ts";
import { formatCursor, listKey } from "./cursor.ts";
import { readPage, type PageArguments, type PageInfo } from "./page.ts";
import type { Version } from "./read-context.ts";

/** Counting stops here: the answer says so. */
export const COUNT_CAP = 10_000;

export const NEWEST_FIRST: AgreementOrder = { field: "date", direction: "desc" };

export interface AgreementQuestion {
  readonly filter: AgreementFilter;
  readonly order: AgreementOrder;
  readonly version: Version;
}

/** A page of agreements; the count is asked only if the query wants it. */
export interface AgreementPage {
  readonly nodes: readonly AgreementState[];
  readonly cursorOf: (state: AgreementState) => string;
  readonly pageInfo: PageInfo;
  /** Whose facets are asked for. */
  readonly scope: Scope;
  readonly count: () => Promise<Count>;
}

/** Key of a list, from which its cursors are known. */
export const agreementListKey = ({ filter, order, version }: AgreementQuestion): string =>
  listKey(["agreements", filter, order, version]);

export async function listAgreements(
  store: GraphStore,
  question: AgreementQuestion,
  page: PageArguments,
): Promise<AgreementPage> {
  const { filter, order, version } = question;
  const list = agreementListKey(question);
  const request = readPage(list, page);
  const { items, hasMore } = await store.listAgreements({ filter, version }, order, request);
  const cursorOf = (state: AgreementState): string => formatCursor(list, sortKeyOf(state, order));
  const [firstItem, lastItem] = [items[0], items.at(-1)];
  return {
    nodes: items,
    cursorOf,
    scope: { filter, version },
    pageInfo: {
      hasNextPage: request.backward ? request.start !== null : hasMore,
      hasPreviousPage: request.backward ? hasMore : request.start !== null,
      startCursor: firstItem ? cursorOf(firstItem) : null,
      endCursor: lastItem ? cursorOf(lastItem) : null,
    },
    count: () => store.countAgreements({ filter, version }, COUNT_CAP),
  };
}

/** A list that is whole in memory, as a page of it; `scope` is what it is the list of. */
export function pageOf(
  nodes: readonly AgreementState[],
  { scope, total }: { readonly scope: Scope; readonly total: number },
): AgreementPage {
  const list = listKey(["these", nodes.map(({ id }) => id)]);
  const cursorOf = ({ id }: AgreementState): string => formatCursor(list, { missing: 0, key: "", id });
  const [firstItem, lastItem] = [nodes[0], nodes.at(-1)];
  return {
    nodes,
    cursorOf,
    scope,
    pageInfo: {
      hasNextPage: total > nodes.length,
      hasPreviousPage: false,
      startCursor: firstItem ? cursorOf(firstItem) : null,
      endCursor: lastItem ? cursorOf(lastItem) : null,
    },
    count: () => Promise.resolve({ value: total, exact: true }),
  };
}
