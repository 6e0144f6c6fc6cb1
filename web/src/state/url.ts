import { AGREEMENT_KINDS, AGREEMENT_STATUSES, SECTORS } from "@entente/graph-schema";
import { createParser, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { isAsOf } from "./as-of.ts";
import { DESKS } from "./view.ts";

const list = <Word extends string>(isWord: (text: string) => text is Word) =>
  createParser<readonly Word[]>({
    parse: (text) => text.split("~").filter(isWord),
    serialize: (words) => words.join("~"),
    eq: (a, b) => a.join() === b.join(),
  }).withDefault([]);

const oneOf =
  <Word extends string>(words: readonly Word[]) =>
  (text: string): text is Word =>
    (words as readonly string[]).includes(text);
const anyText = (text: string): text is string => text.length > 0;

/** How each part of the view is written in the URL; unknown words are dropped, not shown as errors. */
export const VIEW_PARSERS = {
  focus: parseAsString,
  expanded: list(anyText),
  pair: parseAsString,
  agreement: parseAsString,
  record: parseAsString,
  claim: parseAsString,
  show: parseAsStringLiteral(["graph", "list"]),
  desk: parseAsStringLiteral(DESKS),
  source: parseAsString,
  asOf: createParser({ parse: (text) => (isAsOf(text) ? text : null), serialize: String }),
  kinds: list(oneOf(AGREEMENT_KINDS)),
  statuses: list(oneOf(AGREEMENT_STATUSES)),
  sectors: list(oneOf(SECTORS)),
  from: parseAsInteger,
  to: parseAsInteger,
};

/** Short names, because links are read aloud and pasted into chats. */
export const URL_KEYS = {
  focus: "at",
  expanded: "with",
  pair: "pair",
  agreement: "agreement",
  record: "record",
  claim: "claim",
  show: "show",
  desk: "desk",
  source: "source",
  asOf: "asof",
  kinds: "kind",
  statuses: "status",
  sectors: "sector",
  from: "from",
  to: "to",
};
