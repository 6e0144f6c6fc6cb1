import type { AgreementState, EntityId, EntityState, FuzzyDate, SourcedClaim } from "@entente/graph-schema";

/** A relationship that a state holds, as Neo4j would hold it: `type` is one of RELATIONSHIP_TYPES. */
export interface Relation {
  readonly type: string;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly role: string | null;
  readonly since: FuzzyDate | null;
  readonly until: FuzzyDate | null;
  /** Whether a claim, which names `object` after merges, states it. */
  readonly isStatedBy: (claim: SourcedClaim, object: EntityId | null) => boolean;
}

const plain = { role: null, since: null, until: null } as const;

const relation =
  (type: string, property: string, from: EntityId) =>
  (to: EntityId): Relation => ({
    ...plain,
    type,
    from,
    to,
    isStatedBy: (claim, object) => claim.property === property && object === to,
  });

const inSector =
  (from: EntityId) =>
  (to: EntityId): Relation => ({
    ...plain,
    type: "IN_SECTOR",
    from,
    to,
    isStatedBy: ({ property, value }) =>
      property === "sector" && value.type === "term" && `sector:${value.term}` === to,
  });

const ofAgreement = (state: AgreementState): Relation[] => [
  ...state.parties.map(({ party, role, from, to, claims }) => ({
    type: "PARTY_TO",
    from: party,
    to: state.id,
    role,
    since: from,
    until: to,
    isStatedBy: ({ id }: SourcedClaim) => claims.includes(id),
  })),
  ...state.sectors.map(inSector(state.id)),
  ...state.events.map(relation("CONCLUDED_AT", "event", state.id)),
  ...state.signedBy.map(relation("SIGNED_BY", "signed-by", state.id)),
  ...state.partOf.map(relation("PART_OF", "part-of", state.id)),
  ...state.amends.map(relation("AMENDS", "amends", state.id)),
  ...state.replaces.map(relation("REPLACES", "replaces", state.id)),
];

/** The relationships that a state holds: an agreement's with its parties too, none of a country. */
export function relationsOf(state: EntityState): Relation[] {
  switch (state.type) {
    case "agreement":
      return ofAgreement(state);
    case "organization":
      return state.basedIn === null ? [] : [relation("BASED_IN", "based-in", state.id)(state.basedIn)];
    case "event":
      return state.heldIn === null ? [] : [relation("HELD_IN", "held-in", state.id)(state.heldIn)];
    case "person":
      return state.offices.map(({ title, of, from, to }) => ({
        ...relation("HOLDS_OFFICE", "holds-office", state.id)(of),
        role: title,
        since: from,
        until: to,
      }));
    default:
      return [];
  }
}

/** The other end of an entity's relationship. */
export const farEnd = ({ from, to }: Pick<Relation, "from" | "to">, id: EntityId): EntityId =>
  from === id ? to : from;
