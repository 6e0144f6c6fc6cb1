import type { DocumentState } from "@entente/graph-schema";
import type { AgreementPage } from "../services/list-agreements.ts";
import type { ClaimPage } from "../services/list-claims.ts";
import type { CutPage, PageInfo } from "../services/page.ts";
import type { Version } from "../services/read-context.ts";
import type { Scope } from "../store/filter.ts";
import type { Count } from "../store/graph-store.ts";
import {
  claimParent,
  documentParent,
  entityParent,
  type AgreementParent,
  type ClaimParent,
  type DocumentParent,
} from "./parents.ts";

export interface AgreementConnection {
  readonly edges: () => { readonly cursor: string; readonly node: AgreementParent }[];
  readonly nodes: () => AgreementParent[];
  readonly pageInfo: PageInfo;
  readonly count: () => Promise<Count>;
  readonly facets: () => Scope;
}
export interface ClaimConnection {
  readonly nodes: readonly ClaimParent[];
  readonly pageInfo: PageInfo;
  readonly count: Count;
}
export interface DocumentConnection {
  readonly nodes: readonly DocumentParent[];
  readonly pageInfo: PageInfo;
}

/** Methods are read by GraphQL's default resolver, so that only what is asked for is computed. */
export function agreementPage({
  nodes,
  cursorOf,
  pageInfo,
  scope,
  count,
}: AgreementPage): AgreementConnection {
  const { version } = scope;
  return {
    edges: () => nodes.map((state) => ({ cursor: cursorOf(state), node: entityParent(state, version) })),
    nodes: () => nodes.map((state) => entityParent(state, version)),
    pageInfo,
    count,
    facets: () => scope,
  };
}

export const claimPage = ({ nodes, pageInfo, total, version }: ClaimPage): ClaimConnection => ({
  nodes: nodes.map((claim) => claimParent(claim, version)),
  pageInfo,
  count: { value: total, exact: true },
});

export const documentPage = (
  { nodes, pageInfo }: CutPage<DocumentState>,
  version: Version,
): DocumentConnection => ({
  nodes: nodes.map((document) => documentParent(document, version)),
  pageInfo,
});
