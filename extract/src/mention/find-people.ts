import { FIRST_NAMES } from "../data/first-names.ts";
import { KNOWN_SURNAMES } from "../data/known-surnames.ts";
import { NOT_NAMES } from "../data/not-names.ts";
import {
  APPOSED_OFFICES,
  NAME_PARTICLES,
  OFFICE_WORDS,
  PERSON_NOUNS,
  SPEECH_VERBS,
  TITLE_HEADS,
} from "../data/offices.ts";
import type { Doc, Token } from "../tokenise/document.ts";
import type { Located, PersonMention, PlaceMention } from "./mention-types.ts";

const isCapital = (token: Token | undefined) => token !== undefined && /^\p{Lu}/u.test(token.text);
const touches = (a: Token | undefined, b: Token | undefined) => a?.end !== undefined && a.end === b?.start;

/** Extends a name over hyphens, initials and particles; returns where it ends (exclusive), or `at` if none starts. */
function readName(tokens: readonly Token[], at: number, blocked: (index: number) => boolean): number {
  let to = at;
  let words = 0;
  for (let index = at; index < at + 14;) {
    const token = tokens[index];
    if (!token || blocked(index)) break;
    const initial = /^\p{Lu}$/u.test(token.text) && tokens[index + 1]?.text === ".";
    const initials = /^(?:\p{Lu}\.)+$/u.test(token.text);
    const particle = NAME_PARTICLES.has(token.lower) && !isCapital(token);
    const lead = words === 0 && /^(?:al|el)$/u.test(token.lower);
    if (particle) {
      if (words === 0 && !lead) break;
      let next = index + 1;
      while (NAME_PARTICLES.has(tokens[next]?.lower ?? "") && next < index + 3) next += 1;
      if (tokens[next]?.text === "-" && touches(tokens[next - 1], tokens[next])) next += 1;
      if (!isCapital(tokens[next])) break;
      index = next;
      continue;
    }
    if (!isCapital(token) || (NOT_NAMES.has(token.lower) && !initial && !isNameAnyway(tokens, index))) break;
    words += 1;
    index += initial ? 2 : 1;
    to = index;
    if (initials && tokens[index]?.text === ".") index += 1;
    while (
      tokens[index]?.text === "-" &&
      touches(tokens[index - 1], tokens[index]) &&
      touches(tokens[index], tokens[index + 1]) &&
      /^\p{L}/u.test(tokens[index + 1]?.text ?? "") &&
      !blocked(index + 1)
    ) {
      index += 2;
      to = index;
    }
  }
  return to;
}

const WORD_SURNAMES = new Set(
  "may west north march day price king prince rice street bush east lake justice".split(" "),
);

/** "Theresa May", "Thomas West": a surname that is a word elsewhere, right after a given name. */
const isNameAnyway = (tokens: readonly Token[], index: number) =>
  WORD_SURNAMES.has(tokens[index]?.lower ?? "") && FIRST_NAMES.has(tokens[index - 1]?.text ?? "");

/** ", Jr." or "Jr." after a name belongs to it; returns where the name ends then. */
function readSuffix(tokens: readonly Token[], to: number): number {
  const at = tokens[to]?.text === "," ? to + 1 : to;
  if (!/^[JS]r\.?$/iu.test(tokens[at]?.text ?? "")) return to;
  return tokens[at + 1]?.text === "." && touches(tokens[at], tokens[at + 1]) ? at + 2 : at + 1;
}

const AND_LIST = /^(?:,|and|&)$/u;

interface NameFinder {
  readonly tokens: readonly Token[];
  readonly blocked: (index: number) => boolean;
  readonly homes: ReadonlyMap<number, string>;
  /** Last words of the people found so far. */
  readonly surnames: ReadonlySet<string>;
  /** First token of the sentence that is read: what stands before it says nothing about a name. */
  readonly opening: number;
}

/** Office words right before `at`, and the country named with them: "Moroccan Prime Minister". */
function readOffice(finder: NameFinder, at: number): { office: string; home?: string } | null {
  const { tokens, homes, opening } = finder;
  if (at <= opening) return null;
  const head = tokens[at - 1];
  const dotted = head?.text === "." ? 1 : 0;
  const title = tokens[at - 1 - dotted];
  if (
    !title ||
    !(
      TITLE_HEADS.has(title.lower) ||
      (OFFICE_WORDS.has(title.lower) && isCapital(title)) ||
      isOfficeTail(tokens, at)
    )
  )
    return null;
  let from = at - 1 - dotted;
  while (from > opening && at - from < 9) {
    const before = tokens[from - 1];
    if (!before) break;
    const joins =
      /^(?:of|for|and|the|to|-)$/u.test(before.lower) && OFFICE_WORDS.has(tokens[from - 2]?.lower ?? "");
    if (!OFFICE_WORDS.has(before.lower) && !joins) break;
    from -= 1;
  }
  const office = tokens
    .slice(from, at - dotted)
    .map((token) => token.text)
    .join(" ");
  const home =
    homes.get(from - 1) ??
    (tokens[from - 1]?.lower === "'s" ? homes.get(from - 2) : undefined) ??
    homes.get(from - 2 + (/^(?:new|current|outgoing)$/u.test(tokens[from - 1]?.lower ?? "") ? 0 : 99));
  return { office, ...(home ? { home } : {}) };
}

/** "Minister for Foreign Affairs Wang Yi", "Secretary of the Treasury Janet Yellen". */
function isOfficeTail(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index > at - 6; index -= 1) {
    const word = tokens[index]?.lower ?? "";
    if (word === "of" || word === "for")
      return TITLE_HEADS.has(tokens[index - 1]?.lower ?? "") && isCapital(tokens[at - 1]);
    if (!isCapital(tokens[index]) && !/^(?:the|and|,)$/u.test(word)) return false;
    if (word === ",") return false;
  }
  return false;
}

/** Office after the name: ", Costa Rica's Permanent Representative", ", the Russian foreign minister", " of Nigeria". */
function readAfter(finder: NameFinder, to: number): { office: string; home?: string } | null {
  const { tokens, homes } = finder;
  if (tokens[to]?.lower === "of" && homes.has(to + 1)) return { office: "", home: homes.get(to + 1) ?? "" };
  if (tokens[to]?.lower === "of" && tokens[to + 1]?.lower === "the" && homes.has(to + 2))
    return { office: "", home: homes.get(to + 2) ?? "" };
  if (tokens[to]?.text !== ",") return null;
  let home: string | undefined;
  for (let index = to + 1; index < to + 9; index += 1) {
    const token = tokens[index];
    if (!token || /^[.;]$/u.test(token.text)) return null;
    home = homes.get(index) ?? home;
    if (APPOSED_OFFICES.has(token.lower)) {
      let end = index + 1;
      while (
        end < index + 8 &&
        tokens[end] &&
        (OFFICE_WORDS.has(tokens[end]?.lower ?? "") || /^(?:of|for|the)$/u.test(tokens[end]?.lower ?? ""))
      )
        end += 1;
      const after = homes.get(end) ?? homes.get(end + 1);
      const found = home ?? after;
      return {
        office: tokens
          .slice(index, end)
          .map((t) => t.text)
          .join(" "),
        ...(found ? { home: found } : {}),
      };
    }
    if (token.pos === "VERB" || token.pos === "AUX") return null;
  }
  return null;
}

/** People by title before, office after, verb of speech, or common given name; each with office and its country. */
export function findPeople(
  doc: Doc,
  places: readonly PlaceMention[],
  taken: readonly Located[],
): PersonMention[] {
  const { tokens } = doc;
  const covered = new Set<number>();
  for (const span of [...places, ...taken])
    for (let index = span.from; index < span.to; index += 1) covered.add(index);
  const homes = new Map<number, string>();
  for (const place of places)
    for (let index = place.from; index < place.to; index += 1) homes.set(index, place.code);
  const blocked = (index: number) => covered.has(index);
  const found: PersonMention[] = [];
  const surnames = new Set<string>();
  for (const sentence of doc.sentences) {
    const finder: NameFinder = { tokens, blocked, homes, surnames, opening: sentence.from };
    for (let at = sentence.from; at < sentence.to; at += 1) {
      const person = personAt(finder, found, at);
      if (!person || person.to > sentence.to) continue;
      found.push(person);
      surnames.add(person.name.split(" ").at(-1) ?? "");
      at = person.to - 1;
    }
  }
  return found;
}

/** The word right before a name, without the dot of "Gov.". */
const headBefore = (tokens: readonly Token[], at: number) =>
  tokens[tokens[at - 1]?.text === "." ? at - 2 : at - 1]?.lower ?? "";

const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/u;

/** "James Webb Space Telescope": a thing named after a person goes on with a capitalized common noun. */
const namesThing = (next: Token | undefined) =>
  isCapital(next) &&
  NOT_NAMES.has(next?.lower ?? "") &&
  !OFFICE_WORDS.has(next?.lower ?? "") &&
  !CALENDAR.test(next?.lower ?? "");

function personAt(finder: NameFinder, found: readonly PersonMention[], at: number): PersonMention | null {
  const { tokens } = finder;
  const first = tokens[at];
  if (!first || (!isCapital(first) && !/^(?:al|el)$/u.test(first.lower)) || finder.blocked(at)) return null;
  const initial = /^\p{Lu}$/u.test(first.text) && tokens[at + 1]?.text === ".";
  if ((NOT_NAMES.has(first.lower) && !initial) || OFFICE_WORDS.has(first.lower)) return null;
  const bare = readName(tokens, at, finder.blocked);
  if (bare === at || /^[IVX]{2,}$/u.test(first.text)) return null;
  const to = readSuffix(tokens, bare);
  const words = tokens.slice(at, to).filter((token) => /^\p{L}{2,}/u.test(token.text)).length;
  const title = readOffice(finder, at);
  const before = title && (words >= 2 || TITLE_HEADS.has(headBefore(tokens, at))) ? title : null;
  const after = readAfter(finder, to);
  const previous = found.at(-1);
  const listed =
    previous !== undefined &&
    at - previous.to <= 4 &&
    tokens
      .slice(previous.to, at)
      .every((token) => AND_LIST.test(token.lower) || token.lower === "of" || finder.homes.has(token.index));
  const known =
    words >= 1 &&
    finder.surnames.has(
      tokens
        .slice(at, to)
        .map((t) => t.text)
        .join(" "),
    );
  const given = words >= 2 && FIRST_NAMES.has(first.text) && !isNumbered(tokens, at, to);
  const speaks =
    words >= 2 &&
    (SPEECH_VERBS.has(tokens[to]?.lower ?? "") || SPEECH_VERBS.has(tokens[at - 1]?.lower ?? ""));
  const officeAfter = words >= 2 && after !== null && after.office !== "";
  const listedName = listed && words >= 2;
  const described = words >= 2 && followsPersonNoun(tokens, at);
  const famous = words === 1 && to === at + 1 && KNOWN_SURNAMES.has(first.text);
  if (!before && !known && !given && !speaks && !officeAfter && !listedName && !described && !famous)
    return null;
  if (!before && !known && namesThing(tokens[to])) return null;
  const allCaps =
    first.text.length > 1 && tokens.slice(at, to).every((token) => token.text === token.text.toUpperCase());
  const label = allCaps && before !== null && tokens[to]?.text === ":";
  if (allCaps && !known && !label) return null;
  const last = tokens[to - 1];
  if (!last) return null;
  const name = joinName(tokens.slice(at, to));
  const home = before?.home ?? after?.home;
  const office = before?.office || after?.office;
  return {
    type: "person",
    name,
    from: at,
    to,
    start: first.start,
    end: last.end,
    ...(office ? { office } : {}),
    ...(home ? { home } : {}),
  };
}

/** "Arun III": a dam or a ship; a king's number comes with his title. */
const isNumbered = (tokens: readonly Token[], at: number, to: number): boolean =>
  tokens.slice(at, to).some((token) => /^[IVX]{2,}$/u.test(token.text));

/** "shop steward Bronislav Kaleta", "his opposite number, Rauf …": a common noun of a person right before the name. */
function followsPersonNoun(tokens: readonly Token[], at: number): boolean {
  const comma = tokens[at - 1]?.text === "," ? 1 : 0;
  const noun = tokens[at - 1 - comma];
  return noun !== undefined && !isCapital(noun) && PERSON_NOUNS.has(noun.lower);
}

/** The name as printed, with one space where the text has any. */
function joinName(tokens: readonly Token[]): string {
  return tokens
    .map((token, index) =>
      index > 0 && tokens[index - 1]?.end !== token.start ? ` ${token.text}` : token.text,
    )
    .join("");
}
