import type { FuzzyDate } from "@entente/graph-schema";

/** Universal part-of-speech tags as wink-nlp gives them. */
export type PartOfSpeech = string;

/** One word, number or mark; `start..end` in UTF-16 units of the document's text. */
export interface Token {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly pos: PartOfSpeech;
  readonly lemma: string;
}

/** A sentence, or a heading or list item that stands alone. Tokens `from..to` (exclusive) of the document. */
export interface Sentence {
  readonly index: number;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** A cleaned, tokenised article: what every later stage reads. */
export interface Doc {
  readonly text: string;
  readonly title: string;
  readonly published: FuzzyDate | null;
  readonly publisher: string;
  readonly url: string;
  readonly language: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}
