import { CENTRAL_BANKS } from "../data/central-banks.ts";
import { COMPANY_NOUNS, KNOWN_ORGANIZATIONS, ORGANIZATION_HEADS } from "../data/organizations.ts";
import type { Token } from "../tokenise/document.ts";
import type { OrganizationMention, PlaceMention } from "./mention-types.ts";
import { PhraseTrie } from "./phrase-trie.ts";

let known: PhraseTrie<string | null> | undefined;

function knownTrie(): PhraseTrie<string | null> {
  const trie = new PhraseTrie<string | null>();
  for (const [name, home] of KNOWN_ORGANIZATIONS) trie.add(name, home);
  for (const [home, names] of CENTRAL_BANKS) for (const name of names) trie.add(name, home);
  return trie;
}

const isCapital = (token: Token | undefined) => token !== undefined && /^\p{Lu}/u.test(token.text);
const INNER = new Set(["of", "for", "and", "&", "the", "-"]);
const SENTENCE_WORDS = new Set(
  "The A An In On At For And But As It This That These Those Under With From By To Its Their Our".split(" "),
);

/** A run of capitalized words that holds a head such as "Bank"; returns its end, or null. */
function readRun(tokens: readonly Token[], at: number): number | null {
  let to = at;
  let head = 0;
  for (let index = at; index < at + 12; index += 1) {
    const token = tokens[index];
    if (!token) break;
    if (isCapital(token) && !(index === at && SENTENCE_WORDS.has(token.text))) {
      to = index + 1;
      if (ORGANIZATION_HEADS.has(token.text)) head = to;
      continue;
    }
    // "Hanwha Defense and Korea Aerospace Industries" are two; "Trade and Development Bank" is one.
    if (token.lower === "and" && index - at >= 2) break;
    const joins =
      INNER.has(token.lower) &&
      index > at &&
      isCapital(tokens[index + (tokens[index + 1]?.lower === "the" ? 2 : 1)]);
    if (!joins || (token.lower === "and" && head === index)) break;
    if (token.lower === "for" && head === 0) break;
  }
  if (head === 0 || head - at < 2 || isPanel(tokens, head)) return null;
  return /^(?:of|for)$/u.test(tokens[head]?.lower ?? "") && to > head ? to : head;
}

/** "Working Group", "Advisory Group": a round of officials, no company. */
const isPanel = (tokens: readonly Token[], head: number): boolean =>
  tokens[head - 1]?.text === "Group" &&
  /^(?:Working|Advisory|Contact|Steering|Study|Expert|Experts|Coordination|Consultative|Core|Joint)$/u.test(
    tokens[head - 2]?.text ?? "",
  );

type IsPlace = (index: number) => boolean;

/** Capitalized words that are no place: the name in "state oil company YPFB". */
function readApposed(tokens: readonly Token[], at: number, isPlace: IsPlace): number | null {
  const noun = tokens[at - 1];
  if (!noun || isCapital(noun) || !COMPANY_NOUNS.has(noun.lower) || isPlace(at)) return null;
  let to = at;
  while (to < at + 5 && isCapital(tokens[to]) && !isPlace(to)) to += 1;
  return to;
}

/** "ADQ, a sovereign fund of Abu Dhabi": a name that the words after the comma call a company. */
function readDescribed(tokens: readonly Token[], at: number, isPlace: IsPlace): number | null {
  let to = at;
  while (to < at + 4 && isCapital(tokens[to]) && !isPlace(to)) to += 1;
  if (to === at || tokens[to]?.text !== "," || !/^(?:an?|the)$/u.test(tokens[to + 1]?.lower ?? ""))
    return null;
  for (let index = to + 2; index < to + 6; index += 1) {
    const token = tokens[index];
    if (!token || /^[,.;]$/u.test(token.text) || isCapital(token)) return null;
    if (COMPANY_NOUNS.has(token.lower)) return SENTENCE_WORDS.has(tokens[at]?.text ?? "") ? null : to;
  }
  return null;
}

/** Companies, banks and funds with their country where our table or the words around them tell it. */
export function findOrganizations(
  tokens: readonly Token[],
  places: readonly PlaceMention[],
): OrganizationMention[] {
  known ??= knownTrie();
  const homes = new Map(places.map((place) => [place.from, place]));
  const blocs = new Set<number>();
  const covered = new Set<number>();
  for (const place of places) for (let at = place.from; at < place.to; at += 1) covered.add(at);
  const isPlace: IsPlace = (index) => covered.has(index);
  for (const place of places) {
    if (place.type === "bloc") for (let at = place.from; at < place.to; at += 1) blocs.add(at);
  }
  const found: OrganizationMention[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const first = tokens[at];
    if (!first || !isCapital(first) || blocs.has(at)) continue;
    const listed = known.match(tokens, at);
    const to =
      listed?.to ??
      readRun(tokens, at) ??
      readApposed(tokens, at, isPlace) ??
      readDescribed(tokens, at, isPlace);
    const last = to === null ? undefined : tokens[to - 1];
    if (to === null || !last) continue;
    const inside = places.find((place) => place.from >= at && place.to <= to);
    if (!listed && inside?.to === to && (inside.type === "bloc" || inside.from === at)) continue;
    const home = listed
      ? (listed.value ?? undefined)
      : (inside?.code ?? homes.get(at - 1)?.code ?? bracketed(tokens, to, homes));
    const name = tokens
      .slice(at, to)
      .map((token, index, span) =>
        index > 0 && span[index - 1]?.end !== token.start ? ` ${token.text}` : token.text,
      )
      .join("");
    const dot = /^(?:Ltd|Inc|Co|Corp|Kft)$/u.test(last.text) && tokens[to]?.text === "." ? 1 : 0;
    found.push({
      type: "organization",
      name: dot ? `${name}.` : name,
      from: at,
      to: to + dot,
      start: first.start,
      end: last.end + dot,
      ...(home ? { home } : {}),
    });
    at = to - 1;
  }
  return found;
}

/** "DEG (Germany)". */
const bracketed = (tokens: readonly Token[], to: number, homes: ReadonlyMap<number, PlaceMention>) =>
  tokens[to]?.text === "(" ? homes.get(to + 1)?.code : undefined;
