import {
  formatCents,
  parseIsoDate,
  type AgreementState,
  type Claim,
  type DocumentState,
  type EntityId,
  type EntityState,
  type FuzzyDate,
  type MembershipState,
  type Money,
} from "@entente/graph-schema";
import type { GraphStore, Plan } from "@entente/server";

/** Rows for tests, written out by hand: each function fills in what a test does not care about. */

const named = { aliases: [], mergedIds: [], conflicts: [] } as const;

/** "2015", "2015-03" or "2015-03-27". */
export function on(iso: string): FuzzyDate {
  const date = parseIsoDate(iso);
  if (!date) throw new Error(`date: got "${iso}", expected year, month or day`);
  return date;
}

export const country = (code: string, name: string = code): EntityState => ({
  ...named,
  type: "country",
  id: `country:${code}`,
  name,
  iso2: code.slice(0, 2),
  iso3: code,
  region: "region:001",
});

export const bloc = (acronym: string, name: string = acronym): EntityState => ({
  ...named,
  type: "bloc",
  id: `bloc:${acronym}`,
  name,
  acronym,
  founded: null,
  dissolved: null,
});

export const organization = (key: string, name: string, basedIn: EntityId | null = null): EntityState => ({
  ...named,
  type: "organization",
  id: `organization:${key}`,
  name,
  basedIn,
});

/** What an agreement is like; parties are countries by code, or ids. */
export interface Deal {
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly kind?: AgreementState["kind"];
  readonly status?: AgreementState["status"];
  readonly binding?: boolean;
  readonly on?: string;
  readonly parties?: readonly string[];
  /** Party id → role, where it is not "party". */
  readonly roles?: Readonly<Record<EntityId, AgreementState["parties"][number]["role"]>>;
  /** Countries reached through an organization: country code → organization id. */
  readonly via?: Readonly<Record<string, EntityId>>;
  readonly cents?: string;
  readonly sectors?: readonly string[];
  readonly documents?: readonly string[];
  readonly partOf?: readonly EntityId[];
  readonly notForAggregates?: boolean;
  readonly existence?: Partial<AgreementState["existence"]>;
  readonly recordedIn?: number;
}

export const partyId = (party: string): EntityId => (party.includes(":") ? party : `country:${party}`);

const dollars = (cents: string): Money => ({
  amount: formatCents(cents),
  currency: "USD",
  role: "stated",
  hedge: "exact",
});

export function agreement(key: string, deal: Deal = {}): AgreementState {
  const parties = (deal.parties ?? []).map(partyId).sort();
  const via = Object.entries(deal.via ?? {}).map(([code, through]) => ({
    party: partyId(code),
    via: through,
  }));
  return {
    ...named,
    type: "agreement",
    id: `agreement:${key}`,
    name: deal.name ?? key,
    aliases: deal.aliases ?? [],
    kind: deal.kind ?? "treaty",
    status: deal.status ?? "signed",
    binding: deal.binding ?? true,
    date: deal.on === undefined ? null : on(deal.on),
    count: null,
    ladder: [],
    parties: parties.map((party) => ({
      party,
      role: deal.roles?.[party] ?? "party",
      from: null,
      to: null,
      standing: { accepted: 0, proposed: 0.8, disputed: 0, ...deal.existence },
      claims: [],
    })),
    values: [],
    amounts:
      deal.cents === undefined
        ? []
        : [{ role: "stated", money: dollars(deal.cents), year: null, status: "proposed", confidence: 0.5 }],
    sourceRank: "media",
    counted: deal.cents === undefined ? null : { usdCents: deal.cents, bySource: false },
    notForAggregates: deal.notForAggregates ?? false,
    sectors: (deal.sectors ?? []).map((key) => `sector:${key}`),
    events: [],
    signedBy: [],
    partOf: deal.partOf ?? [],
    amends: [],
    replaces: [],
    documents: deal.documents ?? [],
    reach: [...parties.map((party) => ({ party, via: null })), ...via],
    existence: { accepted: 0, proposed: 0.8, disputed: 0, ...deal.existence },
    recordedIn: deal.recordedIn ?? 1,
  };
}

export const membership = (
  [blocKey, member]: readonly [string, string],
  {
    from,
    to,
    role = "member",
  }: { readonly from?: string; readonly to?: string; readonly role?: string } = {},
): MembershipState => ({
  bloc: `bloc:${blocKey}`,
  member: partyId(member),
  role,
  from: from === undefined ? null : on(from),
  to: to === undefined ? null : on(to),
  claims: [],
});

/** Twenty hex digits from a short key, as ids of documents and claims end in. */
export const hex = (key: string): string => Buffer.from(key).toString("hex").padEnd(20, "0").slice(0, 20);

export const document = (key: string, more: Partial<DocumentState> = {}): DocumentState => ({
  id: `document:${hex(key)}`,
  type: "article",
  title: key,
  url: null,
  otherUrls: [],
  publisher: null,
  published: null,
  language: "en",
  sha256: hex(key).repeat(4).slice(0, 64),
  rank: "media",
  licence: null,
  syndicatedFrom: null,
  revisionOf: null,
  textLength: 0,
  recordedIn: 1,
  recordedAt: momentOf(1),
  ...more,
});

export const claim = (key: string, more: Partial<Claim> & Pick<Claim, "subject" | "document">): Claim => ({
  id: `claim:${hex(key)}`,
  property: "name",
  value: { type: "text", text: key },
  validOn: null,
  evidence: { start: 0, end: 1 },
  confidence: 0.5,
  extractor: "test@1",
  status: "proposed",
  reviewedBy: null,
  reviewedAt: null,
  recordedIn: 1,
  recordedAt: momentOf(1),
  supersededIn: null,
  ...more,
});

/** The moment at which tests commit a version: one day after the other. */
export const momentOf = (version: number): string => new Date(Date.UTC(2026, 0, version)).toISOString();

export type Changes = Partial<Omit<Plan, "version" | "at">>;

export const planOf = (version: number, changes: Changes): Plan => ({
  documents: [],
  texts: [],
  records: [],
  claims: [],
  supersededClaims: [],
  states: [],
  removedStates: [],
  memberships: [],
  aliases: [],
  closedAliases: [],
  links: [],
  closedLinks: [],
  profiles: [],
  removedProfiles: [],
  audit: [],
  settings: [],
  ...changes,
  version,
  at: momentOf(version),
});

let commits = 0;

/** Commits these changes as the next version, whose number it answers. */
export const commit = (
  store: GraphStore,
  changes: Changes | ((version: number) => Changes),
): Promise<number> =>
  store.commitPlan(
    async (read) => {
      const version = (await read.dataVersion()) + 1;
      return {
        plan: planOf(version, typeof changes === "function" ? changes(version) : changes),
        result: version,
      };
    },
    { idempotencyKey: `test-${process.pid}-${commits++}` },
  );
