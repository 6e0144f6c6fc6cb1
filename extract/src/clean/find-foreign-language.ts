import { ENGLISH_WORDS, FOREIGN_SCRIPTS, FOREIGN_WORDS } from "../data/language-words.ts";

/** Fewer words than these are a headline or a list of names: too little to refuse. */
const FEWEST_WORDS = 12;
/** Characters read of a long text, from its start, its middle and its end. */
const SAMPLE_LENGTH = 20_000;
/** English prose has a third to a half of these words, a fact sheet of names and figures an eighth or more. */
const ENGLISH_SHARE = 0.08;
/** A share of a language's own words above which a paragraph is in it. */
const FOREIGN_SHARE = 0.1;

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const ENGLISH = words(ENGLISH_WORDS);
const FOREIGN = Object.entries(FOREIGN_WORDS).map(([name, list]) => ({ name, words: words(list) }));
const SCRIPTS = FOREIGN_SCRIPTS.map((name) => ({
  name,
  letters: new RegExp(`\\p{Script=${name}}`, "gu"),
}));

/**
 * The language or script that most of a text is in where that is not English, else null. A text of which at least half
 * is English is English; a text too short to tell is taken for it.
 */
export function findForeignLanguage(text: string): string | null {
  const weights = new Map<string | null, number>();
  for (const paragraph of sample(text).split("\n")) {
    const found = judge(paragraph);
    if (found) weights.set(found.language, (weights.get(found.language) ?? 0) + found.weight);
  }
  const english = weights.get(null) ?? 0;
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return judge(sample(text).replaceAll("\n", " "))?.language ?? null;
  if (english * 2 >= total) return null;
  weights.delete(null);
  return [...weights].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function sample(text: string): string {
  if (text.length <= 3 * SAMPLE_LENGTH) return text;
  const middle = Math.floor((text.length - SAMPLE_LENGTH) / 2);
  const parts = [text.slice(0, SAMPLE_LENGTH), text.slice(middle, middle + SAMPLE_LENGTH)];
  return [...parts, text.slice(-SAMPLE_LENGTH)].join("\n");
}

interface Judgment {
  /** null for English. */
  readonly language: string | null;
  /** Letters. */
  readonly weight: number;
}

/** The language of one paragraph, or null where it is too short to tell. */
function judge(paragraph: string): Judgment | null {
  const weight = paragraph.match(/\p{L}/gu)?.length ?? 0;
  const script = foreignScript(paragraph, weight);
  if (script !== null) return { language: `${script} script`, weight };
  const tokens = paragraph.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (tokens.length < FEWEST_WORDS) return null;
  const share = (known: ReadonlySet<string>): number =>
    tokens.filter((token) => known.has(token)).length / tokens.length;
  const english = share(ENGLISH);
  const [best] = FOREIGN.map(({ name, words: known }) => ({ name, share: share(known) })).sort(
    (a, b) => b.share - a.share,
  );
  if (best && best.share >= FOREIGN_SHARE && best.share > english) return { language: best.name, weight };
  if (english >= ENGLISH_SHARE) return { language: null, weight };
  // Names and figures have few small words in any language; prose without English ones is foreign.
  return isProse(paragraph) ? { language: "an unknown language", weight } : null;
}

function foreignScript(paragraph: string, letters: number): string | null {
  if (letters < FEWEST_WORDS) return null;
  const [most] = SCRIPTS.map(({ name, letters: own }) => ({
    name,
    count: paragraph.match(own)?.length ?? 0,
  })).sort((a, b) => b.count - a.count);
  return most && most.count * 2 > letters ? most.name : null;
}

/** Sentences of mostly lower-case words, as opposed to a list of names or figures. */
function isProse(paragraph: string): boolean {
  const tokens = paragraph.match(/[\p{L}\p{N}]+/gu) ?? [];
  const lower = tokens.filter((token) => /^\p{Ll}/u.test(token)).length;
  return tokens.length >= 2 * FEWEST_WORDS && lower / tokens.length > 0.6;
}
