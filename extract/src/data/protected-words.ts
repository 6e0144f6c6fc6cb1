import { MAGNITUDES, NUMBER_WORDS } from "./number-words.ts";
import { DOUBT_WORDS, FUTURE_WORDS, NEGATIONS } from "./triggers.ts";

/** Words that say how exact a figure is: a quote that loses one claims more than its source. */
const HEDGES =
  "about around roughly approximately nearly almost some over above exceeding least most up more less fewer between estimated reportedly allegedly only half double dozen dozens hundreds thousands millions billions percent".split(
    " ",
  );

/** Words that shift what is claimed without being a negation: a modal, a condition, an attribution. */
const MODALS =
  "ought likely unlikely however except unless until before after former ex nearly draft tentative preliminary conditional subject reportedly alleged rumored rumoured hardly barely never rejected suspended cancelled canceled halted".split(
    " ",
  );

/** Lower-case words that no paraphrase of a quote may add, drop or change. */
export const PROTECTED_WORDS: ReadonlySet<string> = new Set([
  ...Object.keys(NUMBER_WORDS),
  ...Object.keys(MAGNITUDES),
  ...NEGATIONS,
  ...DOUBT_WORDS,
  ...FUTURE_WORDS,
  ...HEDGES,
  ...MODALS,
]);

/** Words that are capitalised where a sentence begins and name nothing. */
export const PLAIN_OPENERS: ReadonlySet<string> = new Set(
  "the a an this that these those it its they their he his she her we our in on at by for from to of with as and but or under during both all each also meanwhile earlier later last next".split(
    " ",
  ),
);
