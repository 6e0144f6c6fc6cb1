import { chooseClaim, countingClaims } from "./choose-claim.ts";
import type { ClaimValue, SourcedClaim } from "./claim.ts";
import type { Property } from "./fact.ts";
import { parseEntityId, type EntityId } from "./ids.ts";
import type { Conflict, EventState, Office, OrganizationState, PersonState } from "./state.ts";

/** What the derivation of an organization, person or event needs beside its claims. */
export interface EntityContext {
  readonly id: EntityId;
  readonly mergedIds: readonly EntityId[];
  readonly resolve: (id: EntityId) => EntityId;
}

const textOf = (value: ClaimValue | undefined): string | null => (value?.type === "text" ? value.text : null);

/** The longest name is the fullest; the others are aliases. */
function namesOf(claims: readonly SourcedClaim[], id: EntityId): { name: string; aliases: string[] } {
  const names = [...new Set(claims.flatMap(({ value }) => (value.type === "text" ? [value.text] : [])))];
  const [name = id, ...aliases] = names.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return { name, aliases };
}

function officesOf(claims: readonly SourcedClaim[], resolve: EntityContext["resolve"]): Office[] {
  const offices = new Map<string, Office>();
  for (const { value } of claims) {
    if (value.type !== "entity") continue;
    const of = resolve(value.entity);
    const title = value.role ?? "office-holder";
    offices.set(`${title} ${of}`, { title, of, from: value.from ?? null, to: value.to ?? null });
  }
  return [...offices.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, office]) => office);
}

/**
 * The state of an organization, person or event from all claims about it and ids merged into it; null where no live
 * claim is left. Names are unions: the fullest is shown, so they are never in conflict.
 */
export function deriveEntity(
  claims: readonly SourcedClaim[],
  { id, mergedIds, resolve }: EntityContext,
): OrganizationState | PersonState | EventState | null {
  const live = countingClaims(claims);
  const type = parseEntityId(id)?.type;
  if (live.length === 0) return null;
  const about = (property: Property): SourcedClaim[] => live.filter((claim) => claim.property === property);
  const conflicts: Conflict[] = [];
  const choose = (property: Property): ClaimValue | undefined => {
    const choice = chooseClaim(property, about(property));
    if (choice?.conflict) conflicts.push(choice.conflict);
    return choice?.winner.value;
  };
  const chooseEntity = (property: Property): EntityId | null => {
    const value = choose(property);
    return value?.type === "entity" ? resolve(value.entity) : null;
  };
  const named = {
    id,
    mergedIds: [...mergedIds].sort(),
    ...namesOf([...about("name"), ...about("alias")], id),
  };
  switch (type) {
    case "organization":
      return { ...named, type, basedIn: chooseEntity("based-in"), conflicts };
    case "person":
      return { ...named, type, offices: officesOf(about("holds-office"), resolve), conflicts };
    case "event": {
      const date = choose("date");
      const [heldIn, place] = [chooseEntity("held-in"), textOf(choose("place"))];
      return { ...named, type, date: date?.type === "date" ? date.date : null, heldIn, place, conflicts };
    }
    default:
      return null;
  }
}
