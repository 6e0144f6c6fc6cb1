import type { AgreementState, EntityId } from "@entente/graph-schema";
import { AGREEMENT_KINDS, AGREEMENT_STATUSES, PARTY_ROLES, REVIEW_STATUSES } from "@entente/graph-schema";
import { LINK_KINDS, type AgreementFilter, type LinkRow } from "@entente/server";
import {
  agreement,
  bloc,
  claim,
  country,
  document,
  membership,
  momentOf,
  on,
  organization,
  partyId,
  type Changes,
} from "./tiny-graph.ts";

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export class Dice {
  readonly #random: () => number;
  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }
  chance = (probability: number): boolean => this.#random() < probability;
  below = (end: number): number => Math.floor(this.#random() * end);
  pick = <T>(list: readonly T[]): T => {
    const picked = list[this.below(list.length)];
    if (picked === undefined) throw new Error("pick: got an empty list");
    return picked;
  };
  some = <T>(list: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: list.length === 0 ? 0 : this.below(most + 1) }, () => this.pick(list))),
  ];
}

const COUNTRIES = [
  "CHN",
  "KAZ",
  "RUS",
  "FRA",
  "CIV",
  "BRA",
  "KEN",
  "IND",
  "USA",
  "VAT",
  "PER",
  "CHL",
  "FJI",
  "TON",
];
const BLOCS = ["SCO", "EU", "AU"];
const ORGANIZATIONS = Array.from({ length: 6 }, (_, i) => `organization:o${i}`);
const WORDS = [
  "Étoile",
  "pact",
  "of",
  "Côte",
  "d’Ivoire",
  "the",
  "loan",
  "Straße",
  "Łódź",
  "2015",
  "O’Neill",
  "北京",
];
const DATES = ["1999", "2015", "2015-03", "2015-03-05", "2016-12-31", "2020-02"];
const CENTS = ["0", "1", "500", "900719925474099301", "900719925474099300", "4000000000000000000"];
const SECTORS = ["energy", "water", "trade"];
const PARTIES = [...COUNTRIES, ...BLOCS.map((acronym) => `bloc:${acronym}`), ...ORGANIZATIONS];
export const CONFIDENCES = [0, 0.1, 0.30000000000000004, 0.5, 0.75, 1];

export const AGREEMENT_IDS = Array.from({ length: 40 }, (_, i) => `agreement:g${i}`);
export const DOCUMENTS = Array.from({ length: 8 }, (_, i) => `d${i}`);
export const ALL_IDS: readonly EntityId[] = [
  ...AGREEMENT_IDS,
  ...COUNTRIES.map((code) => `country:${code}`),
  ...BLOCS.map((acronym) => `bloc:${acronym}`),
  ...ORGANIZATIONS,
];
const PARTY_IDS = ALL_IDS.filter((id) => !id.startsWith("agreement:"));

const randomName = (dice: Dice): string =>
  Array.from({ length: 1 + dice.below(4) }, () => dice.pick(WORDS)).join(" ");

function randomAgreement(dice: Dice, id: EntityId, version: number): AgreementState {
  const parties = dice.some(PARTIES, dice.chance(0.1) ? 40 : 4);
  const banks = parties.filter((party) => party.startsWith("organization:"));
  const via = Object.fromEntries(banks.map((bank) => [dice.pick(COUNTRIES), bank]));
  return agreement(id.slice("agreement:".length), {
    name: randomName(dice),
    aliases: dice.some(WORDS, 2),
    kind: dice.pick(AGREEMENT_KINDS),
    status: dice.pick(AGREEMENT_STATUSES),
    binding: dice.chance(0.5),
    ...(dice.chance(0.7) && { on: dice.pick(DATES) }),
    parties,
    roles: Object.fromEntries(parties.map((party) => [partyId(party), dice.pick(PARTY_ROLES)])),
    via,
    ...(dice.chance(0.5) && { cents: dice.pick(CENTS) }),
    sectors: dice.some(SECTORS, 2),
    documents: dice.some(DOCUMENTS, 2).map((key) => document(key).id),
    partOf: dice.some(AGREEMENT_IDS, 1),
    notForAggregates: dice.chance(0.1),
    existence: {
      accepted: dice.pick(CONFIDENCES),
      proposed: dice.pick(CONFIDENCES),
      disputed: dice.pick(CONFIDENCES),
    },
    recordedIn: 1 + dice.below(version),
  });
}

function randomMembership(dice: Dice) {
  const days = dice.some(DATES, 2).sort();
  return membership([dice.pick(BLOCS), dice.pick(COUNTRIES)], {
    ...(days[0] !== undefined && dice.chance(0.8) && { from: days[0] }),
    ...(days[1] !== undefined && { to: days[1] }),
    role: dice.chance(0.8) ? "member" : "observer",
  });
}

/** The first plan: all parties, so that later ones only move between known ids. */
export const firstChanges = (dice: Dice): Changes => ({
  states: [
    ...COUNTRIES.map((code) => country(code, randomName(dice))),
    ...BLOCS.map((acronym) => bloc(acronym, randomName(dice))),
    ...ORGANIZATIONS.map((id) =>
      organization(id.slice(13), randomName(dice), `country:${dice.pick(COUNTRIES)}`),
    ),
  ],
  documents: DOCUMENTS.map((key) => document(key, { title: randomName(dice) })),
  texts: DOCUMENTS.map((key) => ({ document: document(key).id, text: randomName(dice) })),
  settings: [{ key: "tables", value: "1" }],
});

/** Anything that a plan may change, over what earlier plans of the same dice have made. */
export class RandomHistory {
  readonly #dice: Dice;
  readonly #live = new Set<string>();
  readonly #merged = new Set<EntityId>();
  readonly #agreements = new Set<EntityId>();
  readonly #links = new Set<string>();
  #claims = 0;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  nextChanges(version: number): Changes {
    const dice = this.#dice;
    const known = AGREEMENT_IDS.filter((id) => !this.#merged.has(id));
    const states = dice.some(known, 8).map((id) => randomAgreement(dice, id, version));
    for (const { id } of states) this.#agreements.add(id);
    return {
      states,
      ...this.#linkChanges(version),
      ...this.#merge(new Set(states.map(({ id }) => id))),
      ...this.#claimChanges(version),
      documents: dice.chance(0.3) ? [this.#randomDocument(version)] : [],
      texts: dice.chance(0.3)
        ? [{ document: document(dice.pick(DOCUMENTS)).id, text: randomName(dice) }]
        : [],
      records: [{ document: document("d0").id, row: String(dice.below(20)), cells: randomName(dice) }],
      memberships: Array.from({ length: dice.below(3) }, () => randomMembership(dice)),
      ...this.#profileChanges(),
      audit: [
        {
          id: `audit-${String(version).padStart(3, "0")}`,
          at: momentOf(1 + dice.below(3)),
          by: "fuzz",
          action: "ingest",
          subject: dice.pick(DOCUMENTS),
          reason: dice.chance(0.5) ? randomName(dice) : null,
        },
      ],
      settings: dice.chance(0.2) ? [{ key: "tables", value: randomName(dice) }] : [],
    };
  }

  /** Closes one agreement as merged into another that stays. */
  #merge(written: ReadonlySet<EntityId>): Pick<Changes, "removedStates" | "aliases"> {
    const dice = this.#dice;
    const free = [...this.#agreements].filter((id) => !written.has(id) && !this.#merged.has(id));
    if (free.length < 3 || !dice.chance(0.4)) return {};
    const from = dice.pick(free);
    const to = dice.pick(free.filter((id) => id !== from));
    this.#merged.add(from);
    return {
      removedStates: [from],
      aliases: [{ from, to, by: "fuzz", score: dice.pick(CONFIDENCES), reasons: [randomName(dice)] }],
    };
  }

  #linkChanges(version: number): Pick<Changes, "links" | "closedLinks" | "closedAliases"> {
    const dice = this.#dice;
    const closed = this.#links.size > 0 ? dice.some([...this.#links], 1) : [];
    for (const id of closed) this.#links.delete(id);
    const links = Array.from({ length: dice.below(3) }, (_, i): LinkRow => ({
      id: `link:${version}-${i}`,
      kind: dice.pick(LINK_KINDS),
      a: dice.pick(AGREEMENT_IDS),
      b: dice.pick(ORGANIZATIONS),
      by: "fuzz",
      score: dice.pick(CONFIDENCES),
      reasons: [randomName(dice)],
      recordedIn: version,
      recordedAt: momentOf(version),
    }));
    for (const { id } of links) this.#links.add(id);
    // An id that stands for itself again has no alias; only its state comes back with the plan that undoes a merge.
    const closedAliases = this.#merged.size > 0 && dice.chance(0.2) ? dice.some([...this.#merged], 1) : [];
    for (const id of closedAliases) this.#merged.delete(id);
    return { links, closedLinks: closed, closedAliases };
  }

  #profileChanges(): Pick<Changes, "profiles" | "removedProfiles"> {
    const dice = this.#dice;
    const profiles = dice.some(AGREEMENT_IDS, 3).map((id) => ({
      id,
      document: document(dice.pick(DOCUMENTS)).id,
      keys: [...dice.some(WORDS, 3), dice.pick(WORDS)],
      profile: JSON.stringify({ name: randomName(dice) }),
    }));
    return { profiles, removedProfiles: dice.some(AGREEMENT_IDS, 2) };
  }

  #claimChanges(version: number): Pick<Changes, "claims" | "supersededClaims"> {
    const dice = this.#dice;
    const superseded = this.#live.size > 0 ? dice.some([...this.#live], 2) : [];
    for (const id of superseded) this.#live.delete(id);
    const claims = Array.from({ length: dice.below(4) }, () =>
      claim(`c${this.#claims++}`, {
        subject: dice.pick(ALL_IDS),
        ...(dice.chance(0.5) && {
          value: { type: "entity", entity: dice.pick(ALL_IDS), role: "party" } as const,
        }),
        status: dice.pick(REVIEW_STATUSES),
        document: document(dice.pick(DOCUMENTS)).id,
        confidence: dice.pick(CONFIDENCES),
        recordedIn: version,
        recordedAt: momentOf(version),
      }),
    );
    for (const { id } of claims) this.#live.add(id);
    return { claims, supersededClaims: superseded };
  }

  #randomDocument(version: number) {
    const dice = this.#dice;
    return document(dice.pick(DOCUMENTS), {
      title: randomName(dice),
      rank: dice.pick(["government", "media", "unknown"] as const),
      published: dice.chance(0.5) ? on(dice.pick(DATES)) : null,
      url: dice.chance(0.5) ? "https://example.org/one" : null,
      otherUrls: dice.chance(0.3) ? ["https://example.org/two"] : [],
      recordedIn: version,
    });
  }
}

export function randomFilter(dice: Dice, depth = 2): AgreementFilter {
  const days = dice.some(["1999-12-31", "2015-03-05", "2015-12-31", "2020-02-15"], 2).sort();
  const cents = dice.some(CENTS, 2).sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
  const maybe = <T extends object>(part: () => T, chance = 0.12) => (dice.chance(chance) ? part() : {});
  const nested = (): AgreementFilter[] => [randomFilter(dice, depth - 1), randomFilter(dice, depth - 1)];
  return {
    viaOrganizations: dice.chance(0.5),
    ...(depth > 0 && maybe(() => ({ and: nested() }))),
    ...(depth > 0 && maybe(() => ({ or: nested() }), 0.3)),
    ...(depth > 0 && maybe(() => ({ not: randomFilter(dice, depth - 1) }), 0.2)),
    ...maybe(() => ({ ids: [dice.pick(AGREEMENT_IDS), ...dice.some(AGREEMENT_IDS, 12)] })),
    ...maybe(() => ({ partiesAny: [dice.pick(PARTY_IDS), ...dice.some(PARTY_IDS, 3)] }), 0.2),
    ...maybe(() => ({ partiesAll: [dice.pick(PARTY_IDS), ...dice.some(PARTY_IDS, 1)] })),
    ...maybe(() => ({ membersOf: [`bloc:${dice.pick(BLOCS)}`] }), 0.2),
    ...maybe(() => ({ betweenBlocs: [`bloc:${dice.pick(BLOCS)}`, `bloc:${dice.pick(BLOCS)}`] as const })),
    ...maybe(() => ({ kinds: [dice.pick(AGREEMENT_KINDS), ...dice.some(AGREEMENT_KINDS, 5)] })),
    ...maybe(() => ({ statuses: [dice.pick(AGREEMENT_STATUSES), ...dice.some(AGREEMENT_STATUSES, 4)] })),
    ...maybe(() => ({ binding: dice.chance(0.5) })),
    ...maybe(() => ({ sectors: [`sector:${dice.pick(SECTORS)}`] })),
    ...maybe(() => ({ date: { ...(days[0] && { from: days[0] }), ...(days[1] && { to: days[1] }) } })),
    ...maybe(() => ({
      value: { ...(cents[0] && { minCents: cents[0] }), ...(cents[1] && { maxCents: cents[1] }) },
    })),
    ...maybe(() => ({ hasValue: dice.chance(0.5) })),
    ...maybe(() => ({ words: [dice.pick(["etoile", "pa", "cote", "divoire", "lodz", "strass", "北"])] })),
    ...maybe(() => ({ documents: [document(dice.pick(DOCUMENTS)).id] })),
    ...maybe(() => ({ minConfidence: dice.pick(CONFIDENCES) })),
    ...maybe(() => ({ review: [dice.pick(["accepted", "proposed", "disputed", "rejected"] as const)] })),
  };
}
