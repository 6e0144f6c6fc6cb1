import type { EntityId } from "@entente/graph-schema";
import type { AgreementProfile, PartyProfile } from "./agreement-profile.ts";

export type PartyLikeness =
  /** The same countries, and the same organizations on both sides. */
  | "organizations"
  /** The same countries, no organizations. */
  | "same"
  /** The same countries; only one report names their organizations. */
  | "countries"
  /** One report names all parties of the other, and more. */
  | "more"
  /** The same countries by different organizations. */
  | "other-organizations"
  | "different";

const isOrganization = ({ names }: PartyProfile): boolean => names.length > 0;

/** Two organizations that may be one: a name in common, and no two homes. */
export const isSameOrganization = (a: PartyProfile, b: PartyProfile): boolean =>
  (a.home === null || b.home === null || a.home === b.home) && a.names.some((name) => b.names.includes(name));

/** The countries and blocs of an agreement; an organization without a home takes that of its other self. */
function placesOf(own: AgreementProfile, other: AgreementProfile): Set<EntityId> {
  return new Set(
    own.parties.map((party) => {
      const twin = isOrganization(party)
        ? other.parties.find((each) => isSameOrganization(party, each))
        : undefined;
      return party.home ?? twin?.home ?? party.names[0] ?? party.id;
    }),
  );
}

const includesAll = <T>(all: ReadonlySet<T>, some: ReadonlySet<T>): boolean =>
  [...some].every((each) => all.has(each));

/** How the parties of two reports fit together; symmetric. Fewer than two parties tell nothing. */
export function compareParties(a: AgreementProfile, b: AgreementProfile): PartyLikeness {
  const [placesA, placesB] = [placesOf(a, b), placesOf(b, a)];
  const [namedA, namedB] = [a.parties.filter(isOrganization), b.parties.filter(isOrganization)];
  const hasPeers = (own: readonly PartyProfile[], others: readonly PartyProfile[]): boolean =>
    own.every((each) => others.some((other) => isSameOrganization(each, other)));
  if (Math.min(a.parties.length, b.parties.length, placesA.size, placesB.size) < 2) return "different";
  const [isInB, isInA] = [includesAll(placesB, placesA), includesAll(placesA, placesB)];
  if (!isInA && !isInB) return "different";
  const areOthers =
    namedA.length > 0 && namedB.length > 0 && !hasPeers(namedA, namedB) && !hasPeers(namedB, namedA);
  if (areOthers) return "other-organizations";
  if (!isInA || !isInB) return "more";
  if (namedA.length === 0 && namedB.length === 0) return "same";
  return hasPeers(namedA, namedB) && hasPeers(namedB, namedA) ? "organizations" : "countries";
}
