import { indexTokens, nameKey, type EntityState } from "@entente/graph-schema";

const namesOf = (state: EntityState): readonly string[] => [state.name, ...state.aliases];

/** Everything under which search finds an entity. */
export const searchTokens = (state: EntityState): string[] => indexTokens(namesOf(state));

/** Keys by which a name mentioned in a source finds the same organization, person or event; sorted, without repeats. */
export const nameKeys = (state: EntityState): string[] =>
  [...new Set(namesOf(state).map(nameKey))].filter(Boolean).sort();
