import type { Proposal } from "../analyze-article.ts";
import { DEAL_NOUNS } from "../data/deal-nouns.ts";
import { TRIGGERS } from "../data/triggers.ts";

const NOUN_HEADS: ReadonlySet<string> = new Set(
  DEAL_NOUNS.flatMap(
    ({ phrase }) =>
      phrase
        .split(/ of | on /u)[0]
        ?.split(" ")
        .at(-1) ?? [],
  ),
);

/**
 * Whether an article is worth asking a model about: the rules propose something, or it names two possible parties and
 * has a word of deals. Everything else would cost money to be told that there is nothing.
 */
export function needsModel({ found, candidates }: Proposal): boolean {
  if (candidates.length > 0) return true;
  const parties = new Set(found.parties.map(({ key }) => key));
  if (parties.size < 2) return false;
  return found.doc.tokens.some(
    ({ lower, lemma, pos }) =>
      NOUN_HEADS.has(lower) || NOUN_HEADS.has(lemma) || (pos === "VERB" && TRIGGERS.has(lemma)),
  );
}
