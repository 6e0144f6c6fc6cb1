import { createHash } from "node:crypto";
import { foldName, indexTokens, nameKey, type EntityState } from "@entente/graph-schema";

const namesOf = (state: EntityState): readonly string[] => [state.name, ...state.aliases];

/** Everything under which search finds an entity. */
export const searchTokens = (state: EntityState): string[] => indexTokens(namesOf(state));

/** Keys by which a name mentioned in a source finds the same organization, person or event; sorted, without repeats. */
export const nameKeys = (state: EntityState): string[] =>
  [...new Set(namesOf(state).map(nameKey))].filter(Boolean).sort();

/** All names folded, each word after one space: a filter word is in it as a word or its start when " word" is. */
export const wordText = (names: readonly string[]): string => ` ${names.map(foldName).join(" ")}`;

/** What an agreement's filter by words looks in. */
export const agreementWords = (state: EntityState): string => wordText(namesOf(state));

/** Tells whether a data set's row came again unchanged. */
export const cellsHash = (cells: string): string => createHash("sha256").update(cells).digest("hex");
