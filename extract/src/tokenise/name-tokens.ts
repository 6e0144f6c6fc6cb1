import type { Token } from "./document.ts";
import { scanTokens } from "./scan-tokens.ts";

/** Words of a headline or a name; parts of speech do not matter for names. */
export const nameTokens = (name: string): Token[] =>
  scanTokens(name).map((raw, index) => {
    const lower = raw.text.toLowerCase();
    return { ...raw, index, lower, lemma: lower, pos: "NOUN" };
  });
