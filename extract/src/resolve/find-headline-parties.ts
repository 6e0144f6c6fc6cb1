import { findPlaces } from "../mention/find-places.ts";
import type { Doc, Token } from "../tokenise/document.ts";
import { scanTokens } from "../tokenise/scan-tokens.ts";
import type { PartyMention } from "./party-mention.ts";

/** Words of a headline; parts of speech do not matter for names. */
const headlineTokens = (title: string): Token[] =>
  scanTokens(title).map((raw, index) => ({
    ...raw,
    index,
    lower: raw.text.toLowerCase(),
    lemma: raw.text.toLowerCase(),
    pos: "NOUN",
  }));

/** Countries and blocs of the headline, each as its first mention in the text: evidence never lies in the headline. */
export function findHeadlineParties(
  doc: Doc,
  parties: readonly PartyMention[],
  speaker: string | undefined,
): PartyMention[] {
  const keys = new Set(findPlaces(headlineTokens(doc.title)).map((place) => place.code));
  if (speaker && keys.size > 0) keys.add(speaker);
  const found: PartyMention[] = [];
  for (const key of keys) {
    const first = parties.find((party) => party.key === key && party.form !== "coreference");
    if (first) found.push(first);
  }
  return found;
}
