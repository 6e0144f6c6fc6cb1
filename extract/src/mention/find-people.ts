import { FIRST_NAMES } from "../data/first-names.ts";
import { NOT_NAMES } from "../data/not-names.ts";
import { APPOSED_OFFICES, NAME_PARTICLES, OFFICE_WORDS, SPEECH_VERBS, TITLE_HEADS } from "../data/offices.ts";
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
    if (!isCapital(token) || (NOT_NAMES.has(token.lower) && !isNameAnyway(tokens, index, words))) break;
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

/** "April Smith", "Guy Ryder", "Salman bin": calendar words and the like inside a running name. */
const isNameAnyway = (tokens: readonly Token[], index: number, words: number) =>
  words > 0 &&
  /^(?:may|march|august|king|prince|day|price|west|north|lord|bay|street|bush|mission|justice|east|rivers|islands|sultan|sheikh)$/u.test(
    tokens[index]?.lower ?? "",
  ) &&
  !isCapital(tokens[index + 1]) &&
  false;

const AND_LIST = /^(?:,|and|&)$/u;

interface NameFinder {
  readonly tokens: readonly Token[];
  readonly blocked: (index: number) => boolean;
  readonly homes: ReadonlyMap<number, string>;
}

/** Office words right before `at`, and the country named with them: "Moroccan Prime Minister". */
function readOffice(finder: NameFinder, at: number): { office: string; home?: string } | null {
  const { tokens, homes } = finder;
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
  while (from > 0 && at - from < 9) {
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
  const finder: NameFinder = { tokens, blocked: (index) => covered.has(index), homes };
  const found: PersonMention[] = [];
  for (const sentence of doc.sentences) {
    for (let at = sentence.from; at < sentence.to; at += 1) {
      const person = personAt(finder, found, at);
      if (!person || person.to > sentence.to) continue;
      found.push(person);
      at = person.to - 1;
    }
  }
  return found;
}

function personAt(finder: NameFinder, found: readonly PersonMention[], at: number): PersonMention | null {
  const { tokens } = finder;
  const first = tokens[at];
  if (!first || (!isCapital(first) && !/^(?:al|el)$/u.test(first.lower)) || finder.blocked(at)) return null;
  if (NOT_NAMES.has(first.lower) || OFFICE_WORDS.has(first.lower)) return null;
  const to = readName(tokens, at, finder.blocked);
  if (to === at) return null;
  const words = tokens.slice(at, to).filter((token) => /^\p{L}{2,}/u.test(token.text)).length;
  const before = readOffice(finder, at);
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
    found.some(
      (person) =>
        person.name.split(" ").at(-1) ===
        tokens
          .slice(at, to)
          .map((t) => t.text)
          .join(" "),
    );
  const given = words >= 2 && FIRST_NAMES.has(first.text);
  const speaks =
    words >= 2 &&
    (SPEECH_VERBS.has(tokens[to]?.lower ?? "") || SPEECH_VERBS.has(tokens[at - 1]?.lower ?? ""));
  const officeAfter = words >= 2 && after !== null && after.office !== "";
  const listedName = listed && words >= 2;
  if (!before && !known && !given && !speaks && !officeAfter && !listedName) return null;
  const allCaps =
    first.text.length > 1 && tokens.slice(at, to).every((token) => token.text === token.text.toUpperCase());
  if (allCaps && !known) return null;
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

/** The name as printed, with one space where the text has any. */
function joinName(tokens: readonly Token[]): string {
  return tokens
    .map((token, index) =>
      index > 0 && tokens[index - 1]?.end !== token.start ? ` ${token.text}` : token.text,
    )
    .join("");
}
