const COMBINING = /\p{M}+/gu;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;
/** Letters that NFKD does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  đ: "d",
  ł: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  þ: "th",
  ð: "d",
  ə: "e",
};

/** Lower case, without accents and punctuation, single spaces: the form in which names are compared. */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(COMBINING, "")
    .toLowerCase()
    .replace(/[øđłßæœıþðə]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’.]/g, "")
    .replace(NOT_WORD, " ")
    .trim();
}

/** Equal for two spellings of one name: folded, without a leading article. */
export const nameKey = (name: string): string => foldName(name).replace(/^the /, "");

/** Sorts by code unit in both engines as a reader expects: folded, and unique by the caller adding the id. */
export const sortName = (name: string): string => nameKey(name).slice(0, 200);

/** Shortest and longest prefix of a word that is indexed, in characters. */
const PREFIX_MIN = 2;
const PREFIX_MAX = 8;

/** The token forms of one word: `w:` whole word, `p:` prefixes, `t:` trigrams of the padded word (for typos). */
function wordTokens(word: string): string[] {
  const tokens = [`w:${word}`];
  for (let n = PREFIX_MIN; n <= Math.min(PREFIX_MAX, word.length); n++) tokens.push(`p:${word.slice(0, n)}`);
  const padded = `_${word}_`;
  for (let i = 0; i + 3 <= padded.length; i++) tokens.push(`t:${padded.slice(i, i + 3)}`);
  return tokens;
}

/** Everything under which an entity of these names can be found; sorted, without repeats. */
export function indexTokens(names: readonly string[]): string[] {
  const words = new Set(names.flatMap((name) => foldName(name).split(" ")).filter(Boolean));
  return [...new Set([...words].flatMap((word) => wordTokens(word.slice(0, 40))))].sort();
}

/** Tokens to look up for a query: whole words and trigrams, and the last word as a prefix. */
export function queryTokens(query: string): string[] {
  const words = foldName(query).split(" ").filter(Boolean).slice(0, 8);
  const last = words.at(-1);
  const tokens = words.flatMap((word) =>
    wordTokens(word.slice(0, 40)).filter((token) => !token.startsWith("p:")),
  );
  if (last && last.length >= PREFIX_MIN) tokens.push(`p:${last.slice(0, PREFIX_MAX)}`);
  return [...new Set(tokens)];
}
