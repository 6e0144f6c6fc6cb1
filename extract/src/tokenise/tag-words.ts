import model from "wink-eng-lite-web-model";
import winkNLP, { type ItsFunction, type WinkMethods } from "wink-nlp";

/** Part of speech and base form of the word that starts at an offset. */
export interface WordTag {
  readonly pos: string;
  readonly lemma: string;
}

let loaded: WinkMethods | undefined;

/** wink splits words at characters beyond Latin-1, so it reads a copy with the same length. */
function toLatin(text: string): string {
  let copy = "";
  for (const char of text) {
    if (char.length > 1) copy += "  ";
    else if (char.charCodeAt(0) < 128) copy += char;
    else copy += foldChar(char);
  }
  return copy;
}

const PUNCTUATION: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "…": ".",
};

function foldChar(char: string): string {
  const plain = PUNCTUATION[char] ?? char.normalize("NFD").charAt(0);
  return plain.charCodeAt(0) < 256 ? plain : "x";
}

/** Longest stretch without a space that wink is given: its patterns take quadratic time over one. */
const LONG_WORD = /\S{200,}/gu;

/** The same length, with nothing behind the start of a stretch that is no word of any language. */
const cutLongWords = (copy: string): string =>
  copy.replace(LONG_WORD, (word) => word.slice(0, 200).padEnd(word.length));

/** Tags by start offset: each of wink's tokens is found where the last one ended. */
export function tagWords(text: string): Map<number, WordTag> {
  loaded ??= winkNLP(model, ["pos"]);
  // wink's own types give these two a shape that its `out` does not take.
  const its = loaded.its as unknown as Readonly<Record<"pos" | "lemma", ItsFunction<string>>>;
  const copy = cutLongWords(toLatin(text));
  const words = loaded.readDoc(copy).tokens();
  const values = words.out();
  const parts = words.out(its.pos);
  const lemmas = words.out(its.lemma);
  const tags = new Map<number, WordTag>();
  let at = 0;
  values.forEach((value, index) => {
    const start = copy.indexOf(value, at);
    if (start < 0) return;
    tags.set(start, { pos: parts[index] ?? "X", lemma: lemmas[index] ?? value });
    at = start + value.length;
  });
  return tags;
}
