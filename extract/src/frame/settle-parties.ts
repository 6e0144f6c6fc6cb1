import { BLOCS } from "@entente/graph-schema";
import type { Deal, DealParty } from "./deal-types.ts";

/** Bloc → every state that has been its member. */
const MEMBERS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  BLOCS.map((row) => [row.acronym, new Set(row.memberships.map((membership) => membership.member))]),
);

/** Meetings of states without a treaty of their own: what they agree, their members agree. */
const GROUPINGS: ReadonlySet<string> = new Set([
  "G7",
  "G20",
  "AUKUS",
  "Quad",
  "I2U2",
  "C5+1",
  "BRICS",
  "G77",
]);

/** Share of a bloc's members that, named one by one, stand for it. */
const ALL_BUT_FEW = 0.75;

function isSpelledOut(bloc: DealParty, states: ReadonlySet<string>): boolean {
  const members = MEMBERS.get(bloc.key);
  if (!members || members.size === 0) return false;
  const named = [...states].filter((state) => members.has(state)).length;
  return GROUPINGS.has(bloc.key) ? named >= 2 : named >= 3 && named / members.size >= ALL_BUT_FEW;
}

/** "The leaders of the AUKUS partnership, A, B and C": a bloc whose members are the parties is no party beside them. */
function settleParties(deal: Deal): Deal {
  const states = new Set(deal.parties.filter((party) => party.type === "country").map((party) => party.key));
  const parties = deal.parties.filter((party) => party.type !== "bloc" || !isSpelledOut(party, states));
  return parties.length === deal.parties.length ? deal : { ...deal, parties };
}

/** Takes blocs out of deals that name their members one by one. */
export const settleAllParties = (deals: readonly Deal[]): Deal[] => deals.map(settleParties);
