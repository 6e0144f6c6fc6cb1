import {
  GIVING_ROLES,
  RECEIVING_ROLES,
  type AgreementState,
  type EntityId,
  type PartyRole,
  type Standing,
} from "@entente/graph-schema";
import { agreementKeys } from "./agreement-keys.ts";
import type { Countable, Direction, PartyStanding } from "./graph-store.ts";

/** A countable without its field names: a hundred thousand are read for one total. */
type PackedCountable = readonly [
  id: EntityId,
  earliest: string | null,
  latest: string | null,
  status: Countable["status"],
  usdCents: string | null,
  notForAggregates: 0 | 1,
  partOf: Countable["partOf"],
  amounts: Countable["amounts"],
  existence: readonly [accepted: number, proposed: number, disputed: number],
  sourceRank: Countable["sourceRank"],
  recordedIn: number,
];

/** What both engines store of an agreement for counting, as JSON. */
export function packCountable(state: AgreementState): string {
  const { usdCents, unvalued } = agreementKeys(state);
  const { accepted, proposed, disputed } = state.existence;
  const packed: PackedCountable = [
    state.id,
    state.date?.earliest ?? null,
    state.date?.latest ?? null,
    state.status,
    unvalued ? null : usdCents,
    state.notForAggregates ? 1 : 0,
    state.partOf,
    state.amounts,
    [accepted, proposed, disputed],
    state.sourceRank,
    state.recordedIn,
  ];
  return JSON.stringify(packed);
}

function toCountable(packed: PackedCountable): Countable {
  const [id, earliest, latest, status, usdCents, notForAggregates, partOf, amounts, existence, ...rest] =
    packed;
  const [accepted, proposed, disputed] = existence;
  const [sourceRank, recordedIn] = rest;
  return {
    id,
    earliest,
    latest,
    status,
    usdCents,
    notForAggregates: notForAggregates === 1,
    partOf,
    amounts,
    existence: { accepted, proposed, disputed },
    sourceRank,
    recordedIn,
  };
}

/** Reads a JSON list of packed countables; a store that an older Entente wrote has whole states among them. */
export const unpackCountables = (list: string): Countable[] =>
  (JSON.parse(list) as (PackedCountable | AgreementState)[]).map((row) =>
    "id" in row ? toCountable(JSON.parse(packCountable(row)) as PackedCountable) : toCountable(row),
  );

const standingOf = ({ accepted, proposed, disputed }: Standing, other?: Standing): Standing => ({
  accepted: Math.max(accepted, other?.accepted ?? 0),
  proposed: Math.max(proposed, other?.proposed ?? 0),
  disputed: Math.max(disputed, other?.disputed ?? 0),
});

/** Parties in one of these roles; one in several of them is attested by all its claims. */
function partiesIn({ parties }: AgreementState, roles: readonly PartyRole[]): PartyStanding[] {
  const found = new Map<EntityId, Standing>();
  for (const { party, role, standing } of parties) {
    if (roles.includes(role)) found.set(party, standingOf(standing, found.get(party)));
  }
  return [...found]
    .map(([party, standing]) => ({ party, standing }))
    .sort((a, b) => (a.party < b.party ? -1 : 1));
}

/** The agreement's direction as JSON; null where nobody gives or nobody gets. */
export function packDirection(state: AgreementState): string | null {
  const direction: Direction = {
    id: state.id,
    from: partiesIn(state, GIVING_ROLES),
    to: partiesIn(state, RECEIVING_ROLES),
  };
  return direction.from.length > 0 && direction.to.length > 0 ? JSON.stringify(direction) : null;
}

/** Reads a JSON list of directions. */
export const unpackDirections = (list: string): Direction[] => JSON.parse(list) as Direction[];
