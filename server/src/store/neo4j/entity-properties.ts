import { createHash } from "node:crypto";
import { sortName, type AgreementState, type EntityState } from "@entente/graph-schema";
import { agreementKeys, distinctParties } from "../agreement-keys.ts";
import { packCountable, packDirection } from "../countable-rows.ts";
import { centsKey, splitCents } from "./cents.ts";
import { partyLinks } from "./entity-links.ts";
import type { Parameters } from "./row.ts";

/** Longest integer that Neo4j keeps: 64 bits, signed. */
const MAX_INTEGER = 2n ** 63n - 1n;

/** A set of many parties may exceed the 8 kB that an index key can have, so its hash is indexed. */
export const partySetHash = (partySet: string): string => createHash("sha256").update(partySet).digest("hex");

const exactInteger = (digits: string): bigint | null =>
  BigInt(digits) > MAX_INTEGER ? null : BigInt(digits);

function agreementProperties(state: AgreementState): Parameters {
  const keys = agreementKeys(state);
  const parties = distinctParties(state);
  const pair = keys.pairCents === null ? null : splitCents(keys.pairCents);
  return {
    kind: state.kind,
    status: state.status,
    binding: state.binding,
    earliest: keys.earliest,
    latest: keys.latest,
    undated: BigInt(keys.undated),
    unvalued: BigInt(keys.unvalued),
    // For readers of the graph; sums and filters use the two forms below, which fit any amount.
    usdCents: state.counted ? exactInteger(keys.usdCents) : null,
    centsKey: centsKey(keys.usdCents),
    pairCentsHigh: pair?.high ?? null,
    pairCentsLow: pair?.low ?? null,
    // What filters look in: parties, and with them the countries behind organizations.
    parties,
    reach: [...new Set(partyLinks(state).map(({ other }) => other))].sort(),
    partyCount: BigInt(parties.length),
    partySetHash: partySetHash(keys.partySet),
    nameText: keys.nameText,
    sectors: state.sectors,
    partOf: state.partOf,
    documents: state.documents,
    notForAggregates: state.notForAggregates,
    accepted: state.existence.accepted,
    proposed: state.existence.proposed,
    disputed: state.existence.disputed,
    recordedIn: BigInt(state.recordedIn),
    // What totals and flows read, as JSON.
    counting: packCountable(state),
    direction: packDirection(state),
  };
}

function typeProperties(state: EntityState): Parameters {
  switch (state.type) {
    case "agreement":
      return agreementProperties(state);
    case "country":
      return { iso2: state.iso2, iso3: state.iso3, region: state.region };
    case "bloc":
      return {
        acronym: state.acronym,
        founded: state.founded?.text ?? null,
        dissolved: state.dissolved?.text ?? null,
      };
    case "region":
      return { m49: state.m49 };
    case "event":
      return { place: state.place, date: state.date?.text ?? null };
    case "organization":
    case "person":
    case "sector":
      return {};
  }
}

/** All properties of a state's node: what is filtered and sorted by, what reads well, and the whole state as JSON. */
export const entityProperties = (state: EntityState, knownFrom: number): Parameters => ({
  ...typeProperties(state),
  id: state.id,
  type: state.type,
  name: state.name,
  aliases: state.aliases,
  sortName: sortName(state.name),
  knownFrom: BigInt(knownFrom),
  state: JSON.stringify(state),
});
