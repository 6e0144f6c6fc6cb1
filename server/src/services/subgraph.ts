import type { AgreementState, EntityId, EntityState } from "@entente/graph-schema";
import type { AgreementFilter } from "../store/filter.ts";
import type { PairRow } from "../store/graph-store.ts";
import type { Position } from "./place-parties.ts";
import type { Version } from "./read-context.ts";

/** Which agreements a subgraph was drawn from; its edges list them again. */
export interface Drawn {
  readonly filter: AgreementFilter;
  readonly version: Version;
}

export type GraphEdge =
  | { readonly kind: "pair"; readonly id: string; readonly pair: PairRow; readonly drawn: Drawn }
  | {
      readonly kind: "party";
      readonly id: string;
      readonly party: EntityId;
      readonly agreement: AgreementState;
      readonly drawn: Drawn;
    };

export interface Truncation {
  readonly node: EntityId;
  readonly omitted: number;
  readonly after: string | null;
}

export interface Subgraph {
  readonly nodes: readonly EntityState[];
  readonly edges: readonly GraphEdge[];
  readonly positions: readonly Position[];
  readonly truncated: readonly Truncation[];
  readonly version: Version;
}

export const pairEdge = (pair: PairRow, drawn: Drawn): GraphEdge => ({
  kind: "pair",
  id: `pair:${pair.a}|${pair.b}`,
  pair,
  drawn,
});

/** One edge for each party, however many roles it has. */
export function partyEdges(agreement: AgreementState, drawn: Drawn): GraphEdge[] {
  const parties = [...new Set(agreement.parties.map(({ party }) => party))];
  return parties.map((party) => ({
    kind: "party",
    id: `party:${party}|${agreement.id}`,
    party,
    agreement,
    drawn,
  }));
}
