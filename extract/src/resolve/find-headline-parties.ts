import { findPlaces } from "../mention/find-places.ts";
import type { Doc } from "../tokenise/document.ts";
import { nameTokens } from "../tokenise/name-tokens.ts";
import type { PartyMention } from "./party-mention.ts";

/** Codes of the countries and blocs that a headline, or a part of one, names. */
export const readTitlePlaces = (title: string): string[] => [
  ...new Set(findPlaces(nameTokens(title)).map((place) => place.code)),
];

/** Countries and blocs of the headline, each as its first mention in the text: evidence never lies in the headline. */
export function findHeadlineParties(
  doc: Doc,
  parties: readonly PartyMention[],
  speaker: string | undefined,
): PartyMention[] {
  const keys = new Set(readTitlePlaces(doc.title));
  if (speaker && keys.size > 0) keys.add(speaker);
  const found: PartyMention[] = [];
  for (const key of keys) {
    const first = parties.find((party) => party.key === key && party.form !== "coreference");
    if (first) found.push(first);
  }
  return found;
}
