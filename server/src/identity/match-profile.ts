import {
  deriveAgreement,
  deriveEntity,
  parseEntityId,
  type AgreementState,
  type EntityId,
  type OrganizationState,
  type SourcedClaim,
} from "@entente/graph-schema";
import type { ProfileRow } from "../store/plan.ts";
import { profileAgreement } from "./agreement-profile.ts";
import { storedKeys } from "./match-keys.ts";
import { profileNamed } from "./named-profile.ts";
import type { MatchProfile, Profiled } from "./profiled.ts";

export const readProfile = ({ document, profile }: ProfileRow): Profiled => ({
  document,
  profile: JSON.parse(profile) as MatchProfile,
});

export const profileRow = ({ document, profile }: Profiled): ProfileRow => ({
  id: profile.id,
  document,
  keys: storedKeys(profile),
  profile: JSON.stringify(profile),
});

export interface ProfiledClaims {
  readonly profiles: readonly Profiled[];
  /** The agreements as these claims alone give them. */
  readonly agreements: readonly AgreementState[];
}

/** What the claims of one document say of each of their subjects that can be matched. */
export function profileClaims(claims: readonly SourcedClaim[]): ProfiledClaims {
  const bySubject = new Map<EntityId, SourcedClaim[]>();
  for (const claim of claims) {
    const known = bySubject.get(claim.subject);
    if (known) known.push(claim);
    else bySubject.set(claim.subject, [claim]);
  }
  const organizations = new Map<EntityId, OrganizationState>();
  const own = { mergedIds: [], resolve: (id: EntityId) => id };
  const profiles: Profiled[] = [];
  const agreements: AgreementState[] = [];
  for (const [id, about] of bySubject) {
    const document = about[0]?.document ?? "";
    const type = parseEntityId(id)?.type;
    if (type === "agreement") {
      const state = deriveAgreement(about, { id, ...own, basedIn: () => null });
      if (state) agreements.push(state);
    } else if (type === "organization" || type === "person" || type === "event") {
      const state = deriveEntity(about, { id, ...own });
      if (!state) continue;
      if (state.type === "organization") organizations.set(id, state);
      profiles.push({ document, profile: profileNamed(state) });
    }
  }
  for (const state of agreements) {
    const document = bySubject.get(state.id)?.[0]?.document ?? "";
    profiles.push({ document, profile: profileAgreement(state, organizations) });
  }
  return { profiles, agreements };
}
