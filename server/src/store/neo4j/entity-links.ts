import type { AgreementState, EntityId, EntityState } from "@entente/graph-schema";
import type { Parameters } from "./row.ts";

/** Relationships that follow from one entity's state. PARTY_TO and PARTY_THROUGH lead to it, the others from it. */
export const LINK_TYPES = [
  "PARTY_TO",
  "PARTY_THROUGH",
  "IN_SECTOR",
  "CONCLUDED_AT",
  "SIGNED_BY",
  "PART_OF",
  "AMENDS",
  "REPLACES",
  "BASED_IN",
  "HOLDS_OFFICE",
  "HELD_IN",
] as const;
export type LinkType = (typeof LINK_TYPES)[number];

export interface Link {
  readonly type: LinkType;
  /** The entity at the other end. */
  readonly other: EntityId;
  readonly properties: Parameters;
}

const linksTo = (type: LinkType, others: readonly EntityId[]): Link[] =>
  others.map((other) => ({ type, other, properties: {} }));

/** Who an agreement is found by: its parties, and the countries behind its organizations. */
export function partyLinks(state: AgreementState): Link[] {
  const parties = state.parties.map(({ party, role, from, to }): Link => {
    const period = { from: from?.text ?? null, to: to?.text ?? null };
    return { type: "PARTY_TO", other: party, properties: { role, ...period } };
  });
  const through = state.reach.flatMap(({ party, via }): Link[] =>
    via === null ? [] : [{ type: "PARTY_THROUGH", other: party, properties: { organization: via } }],
  );
  return [...parties, ...through];
}

/** All relationships that an entity's current state has. */
export function entityLinks(state: EntityState): Link[] {
  switch (state.type) {
    case "agreement":
      return [
        ...partyLinks(state),
        ...linksTo("IN_SECTOR", state.sectors),
        ...linksTo("CONCLUDED_AT", state.events),
        ...linksTo("SIGNED_BY", state.signedBy),
        ...linksTo("PART_OF", state.partOf),
        ...linksTo("AMENDS", state.amends),
        ...linksTo("REPLACES", state.replaces),
      ];
    case "organization":
      return linksTo("BASED_IN", state.basedIn === null ? [] : [state.basedIn]);
    case "person":
      return state.offices.map(({ title, of, from, to }) => ({
        type: "HOLDS_OFFICE",
        other: of,
        properties: { title, from: from?.text ?? null, to: to?.text ?? null },
      }));
    case "event":
      return linksTo("HELD_IN", state.heldIn === null ? [] : [state.heldIn]);
    case "country":
    case "bloc":
    case "region":
    case "sector":
      return [];
  }
}
