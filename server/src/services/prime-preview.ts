import type { EntityState, SourcedClaim } from "@entente/graph-schema";
import type { Plan } from "../store/plan.ts";
import type { Loaders } from "./read-context.ts";

/** Lets one request read what a plan would store as if it were there, so that a preview needs no resolvers of its own. */
export function primePreview(loaders: Loaders, plan: Plan, claims: readonly SourcedClaim[]): void {
  const states = new Map<string, EntityState>(plan.states.map((state) => [state.id, state]));
  const prime = (id: string, state: EntityState | null): void => {
    loaders.entities.clear({ id, version: null }).prime({ id, version: null }, state);
  };
  for (const id of plan.removedStates) prime(id, null);
  for (const state of states.values()) prime(state.id, state);
  for (const { from, to } of plan.aliases) {
    const survivor = states.get(to);
    if (survivor) prime(from, survivor);
  }
  for (const document of plan.documents) {
    const key = { id: document.id, version: null };
    loaders.documents.clear(key).prime(key, document);
  }
  for (const { document, text } of plan.texts) loaders.texts.clear(document).prime(document, text);
  for (const claim of claims) loaders.claims.prime({ id: claim.id, version: null }, claim);
}
