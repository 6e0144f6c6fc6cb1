import {
  BLOCS,
  COUNTRIES,
  FORMER_STATES,
  parseIsoDate,
  referenceId,
  REGIONS,
  SECTOR_NAMES,
  SECTORS,
  type BlocRow,
  type Claim,
  type ClaimValue,
  type DocumentState,
  type EntityState,
  type FuzzyDate,
  type MembershipRow,
  type MembershipState,
} from "@entente/graph-schema";
import type { PlanningReader } from "../store/graph-store.ts";
import type { Plan } from "../store/plan.ts";
import { claimId, datasetId, sha256 } from "./hash-ids.ts";
import { emptyPlan } from "./plan-ingest.ts";

const PRODUCER = "reference@1";
const DATASET = "entente-reference";
export const REFERENCE_SETTING = "reference-tables";

/** Identifies the tables' content: a store that loaded other tables loads these over them. */
export const REFERENCE_HASH = sha256(
  JSON.stringify([COUNTRIES, FORMER_STATES, BLOCS, REGIONS, SECTOR_NAMES]),
);

const dateOf = (iso: string | undefined): FuzzyDate | null => (iso ? parseIsoDate(iso) : null);

const named = { mergedIds: [], conflicts: [] } as const;

function referenceStates(): EntityState[] {
  const countries = [...COUNTRIES, ...FORMER_STATES].map((row): EntityState => {
    const { iso2, iso3, name, region, aliases, demonyms } = row;
    return {
      ...named,
      type: "country",
      id: `country:${iso3}`,
      name,
      aliases: [...aliases, ...demonyms],
      iso2,
      iso3,
      region,
    };
  });
  const blocs = BLOCS.map((row): EntityState => {
    const { acronym, name, aliases } = row;
    const [founded, dissolved] = [dateOf(row.founded), dateOf(row.dissolved)];
    return {
      ...named,
      type: "bloc",
      id: `bloc:${acronym}`,
      name,
      aliases: [acronym, ...aliases],
      acronym,
      founded,
      dissolved,
    };
  });
  const regions = REGIONS.map(({ m49, name, aliases }): EntityState => ({
    ...named,
    type: "region",
    id: `region:${m49}`,
    name,
    aliases,
    m49,
  }));
  const sectors = SECTORS.map((key): EntityState => ({
    ...named,
    type: "sector",
    id: `sector:${key}`,
    name: SECTOR_NAMES[key],
    aliases: [],
  }));
  return [...countries, ...blocs, ...regions, ...sectors];
}

function referenceDocument(version: number, at: string): DocumentState {
  const release = REFERENCE_HASH.slice(0, 12);
  return {
    id: datasetId(DATASET, release),
    type: "dataset",
    title: "Entente reference tables: countries, blocs and their members",
    url: null,
    otherUrls: [],
    publisher: "Entente",
    published: null,
    language: "en",
    sha256: sha256(`${DATASET}\n${release}`),
    rank: "dataset",
    licence: "Apache-2.0",
    syndicatedFrom: null,
    revisionOf: null,
    textLength: 0,
    recordedIn: version,
    recordedAt: at,
  };
}

interface Membership {
  readonly bloc: BlocRow;
  readonly row: MembershipRow;
  /** Names the row of evidence: bloc, member and which of its periods. */
  readonly key: string;
}

const memberships = (): Membership[] =>
  BLOCS.flatMap((bloc) =>
    bloc.memberships.map((row, i) => {
      const period = bloc.memberships.slice(0, i).filter(({ member }) => member === row.member).length + 1;
      return { bloc, row, key: `${bloc.acronym} ${row.member} ${period}` };
    }),
  );

const memberId = (member: string): string => referenceId(member) ?? `country:${member}`;

/** Periods that a table leaves open at the start began with the bloc. */
const start = ({ bloc, row }: Membership): FuzzyDate | null => dateOf(row.from ?? bloc.founded);

function membershipClaim(membership: Membership, document: DocumentState): Claim {
  const { bloc, row, key } = membership;
  const [from, to] = [start(membership), dateOf(row.to ?? bloc.dissolved)];
  const value: ClaimValue = {
    type: "entity",
    entity: `bloc:${bloc.acronym}`,
    role: row.role,
    ...(from && { from }),
    ...(to && { to }),
  };
  return {
    id: claimId([document.id, PRODUCER, key]),
    subject: memberId(row.member),
    property: "member-of",
    value,
    validOn: null,
    document: document.id,
    evidence: { row: key, columns: ["bloc", "member", "role", "from", "to"] },
    confidence: 1,
    extractor: PRODUCER,
    status: "accepted",
    reviewedBy: null,
    reviewedAt: null,
    recordedIn: document.recordedIn,
    recordedAt: document.recordedAt,
    supersededIn: null,
  };
}

function membershipState(membership: Membership, claim: Claim): MembershipState {
  const { bloc, row } = membership;
  return {
    bloc: `bloc:${bloc.acronym}`,
    member: memberId(row.member),
    role: row.role,
    from: start(membership),
    to: dateOf(row.to ?? bloc.dissolved),
    claims: [claim.id],
  };
}

/** Countries, blocs with their members, regions and sectors; nothing to write where the store has these very tables. */
export async function planReference(read: PlanningReader, at: string): Promise<Plan | null> {
  if ((await read.setting(REFERENCE_SETTING)) === REFERENCE_HASH) return null;
  const version = (await read.dataVersion()) + 1;
  const document = referenceDocument(version, at);
  const rows = memberships().map((membership) => ({
    membership,
    claim: membershipClaim(membership, document),
  }));
  return {
    ...emptyPlan(version, at),
    documents: [document],
    records: rows.map(({ membership: { bloc, row, key } }) => ({
      document: document.id,
      row: key,
      cells: JSON.stringify({ bloc: bloc.acronym, ...row, source: bloc.source }),
    })),
    claims: rows.map(({ claim }) => claim),
    states: referenceStates(),
    memberships: rows.map(({ membership, claim }) => membershipState(membership, claim)),
    settings: [{ key: REFERENCE_SETTING, value: REFERENCE_HASH }],
  };
}
