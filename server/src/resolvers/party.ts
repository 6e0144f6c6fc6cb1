import {
  findRegion,
  type BlocState,
  type CountryState,
  type EventState,
  type MembershipState,
  type OrganizationState,
  type PersonState,
  type RegionState,
} from "@entente/graph-schema";
import { filterOfParty } from "../services/neighborhood.ts";
import { listAgreements, NEWEST_FIRST } from "../services/list-agreements.ts";
import type { PageArguments } from "../services/page.ts";
import type { Version } from "../services/read-context.ts";
import { resolveFilter, type FilterInput } from "../services/resolve-filter.ts";
import type { AgreementOrder } from "../store/filter.ts";
import { agreementPage, type AgreementConnection } from "./connections.ts";
import type { RequestContext } from "./context.ts";
import { entityFields } from "./entity.ts";
import { claimParents, periodOf, requireEntity, type ClaimParent, type EntityParent } from "./parents.ts";

const NO_PERIOD = { start: null, end: null };

export interface AgreementArguments extends PageArguments {
  readonly filter?: FilterInput | null;
  readonly orderBy?: AgreementOrder | null;
}

async function agreementsOf(
  { state, version }: EntityParent,
  { filter: input, orderBy, ...page }: AgreementArguments,
  { store, loaders }: RequestContext,
): Promise<AgreementConnection> {
  const filter = filterOfParty(state.id, await resolveFilter(input, { loaders, version }));
  const order = orderBy ?? NEWEST_FIRST;
  return agreementPage(await listAgreements(store, { filter, order, version }, page));
}

interface MembershipParent {
  readonly membership: MembershipState;
  readonly version: Version;
}

interface On {
  readonly on?: string | null;
}

const memberships =
  (side: "bloc" | "member") =>
  async (
    { state, version }: EntityParent,
    { on }: On,
    { store }: RequestContext,
  ): Promise<MembershipParent[]> => {
    const rows = await store.memberships({ [side]: state.id }, on ?? null, version);
    return rows.map((membership) => ({ membership, version }));
  };

const membershipResolvers = {
  bloc: ({ membership, version }: MembershipParent, _: unknown, { loaders }: RequestContext) =>
    requireEntity(loaders, membership.bloc, version),
  member: ({ membership, version }: MembershipParent, _: unknown, { loaders }: RequestContext) =>
    requireEntity(loaders, membership.member, version),
  role: ({ membership }: MembershipParent) => membership.role,
  period: ({ membership: { from, to } }: MembershipParent) => periodOf(from, to) ?? NO_PERIOD,
  claims: (
    { membership, version }: MembershipParent,
    _: unknown,
    context: RequestContext,
  ): Promise<ClaimParent[]> => claimParents(context.loaders, membership.claims, version),
};

const partyFields = { ...entityFields, agreements: agreementsOf };

const optionalEntity = (
  id: string | null,
  { version }: EntityParent,
  { loaders }: RequestContext,
): Promise<EntityParent> | null => (id === null ? null : requireEntity(loaders, id, version));

function officesOn({ state, version }: EntityParent<PersonState>, { on }: On): unknown[] {
  return state.offices
    .filter(({ from, to }) => on == null || ((from?.earliest ?? "") <= on && on <= (to?.latest ?? "9999")))
    .map(({ title, of, from, to }) => ({
      title,
      of: (_: unknown, { loaders }: RequestContext) => requireEntity(loaders, of, version),
      period: periodOf(from, to) ?? NO_PERIOD,
    }));
}

export const partyResolvers = {
  Country: {
    ...partyFields,
    iso2: ({ state }: EntityParent<CountryState>) => state.iso2,
    iso3: ({ state }: EntityParent<CountryState>) => state.iso3,
    region: ({ state }: EntityParent<CountryState>) => findRegion(state.region)?.name ?? state.region,
    memberships: memberships("member"),
  },
  Region: { ...partyFields, m49: ({ state }: EntityParent<RegionState>) => state.m49 },
  Bloc: {
    ...partyFields,
    acronym: ({ state }: EntityParent<BlocState>) => state.acronym,
    founded: ({ state }: EntityParent<BlocState>) => state.founded,
    dissolved: ({ state }: EntityParent<BlocState>) => state.dissolved,
    members: memberships("bloc"),
  },
  Organization: {
    ...partyFields,
    basedIn: (parent: EntityParent<OrganizationState>, _: unknown, context: RequestContext) =>
      optionalEntity(parent.state.basedIn, parent, context),
  },
  Membership: membershipResolvers,
  Person: { ...entityFields, offices: officesOn },
  Event: {
    ...entityFields,
    period: ({ state }: EntityParent<EventState>) => ({ start: state.date, end: state.date }),
    place: ({ state }: EntityParent<EventState>) => state.place,
    heldIn: (parent: EntityParent<EventState>, _: unknown, context: RequestContext) =>
      optionalEntity(parent.state.heldIn, parent, context),
  },
  Sector: { id: ({ state }: EntityParent) => state.id, name: ({ state }: EntityParent) => state.name },
};
