import { CENTRAL_BANKS, NAMES_CENTRAL_BANK } from "../data/central-banks.ts";
import { GOVERNMENT_PUBLISHERS } from "../data/publishers.ts";
import type {
  EventMention,
  OrganizationMention,
  PersonMention,
  PlaceMention,
} from "../mention/mention-types.ts";
import type { Doc, Token } from "../tokenise/document.ts";
import { firstAt } from "../tokenise/first-at.ts";
import { findHeadlineParties } from "./find-headline-parties.ts";
import type { PartyMention } from "./party-mention.ts";

/** Mentions that can name parties, found by the stages before. */
export interface PartySources {
  readonly places: readonly PlaceMention[];
  readonly organizations: readonly OrganizationMention[];
  readonly people: readonly PersonMention[];
  readonly events: readonly EventMention[];
}

const isBloc = (code: string, sources: PartySources) =>
  sources.places.some((place) => place.type === "bloc" && place.code === code);

/** State or bloc for which a publisher speaks, if it is a government. */
export function homeOfPublisher(publisher: string): string | undefined {
  const name = publisher.toLowerCase();
  return GOVERNMENT_PUBLISHERS.find(([part]) => name.includes(part))?.[1];
}

const CENTRAL_BANK_HOMES: ReadonlyMap<string, string> = new Map(
  CENTRAL_BANKS.flatMap(([home, names]) => names.map((name) => [name, home] as const)),
);

/** The state for which a bank acts, if it is a central bank; a bloc's is the bloc's. */
function homeOfCentralBank({ name, home }: OrganizationMention): string | undefined {
  const plain = name.replace(/’/gu, "'");
  return CENTRAL_BANK_HOMES.get(plain) ?? (NAMES_CENTRAL_BANK.test(plain) ? home : undefined);
}

function organizationParty(organization: OrganizationMention): PartyMention {
  const state = homeOfCentralBank(organization);
  return state === undefined
    ? { ...located(organization), type: "organization", key: organization.name, form: "organization" }
    : { ...located(organization), type: "country", key: state, form: "agency" };
}

/** Words that stand for two or more parties told before. */
const PAIRS = /^(?:two|both|three|four|five|six|our)$/u;
const PAIR_HEADS =
  /^(?:countries|sides|nations|governments|leaders|parties|ministers|presidents|neighbors|neighbours|states|partners|premiers|delegations|capitals|authorities|allies|republics|militaries|signatories|economies|powers)$/u;

/** "between the two,": the pair without a noun. */
const isPairAlone = (tokens: readonly Token[], at: number, to: number): boolean =>
  tokens[at]?.lower === "the" &&
  tokens[at + 1]?.lower === "two" &&
  /^(?:between|of)$/u.test(tokens[at - 1]?.lower ?? "") &&
  (/^[.,;:)]$/u.test(tokens[to]?.text ?? "") || tokens[to]?.pos === "AUX" || tokens[to]?.pos === "VERB");

/** "the two countries", "both sides": tokens of the phrase at `at`, and how many it means (0: all). */
export function readPairPhrase(
  tokens: readonly Token[],
  at: number,
): { to: number; count: number; countriesOnly: boolean } | null {
  const word = tokens[at]?.lower ?? "";
  const lead = word === "the" || word === "our" || word === "these" ? 1 : 0;
  const number = tokens[at + lead]?.lower ?? "";
  if (!PAIRS.test(number)) return null;
  let head = at + lead + 1;
  if (isPairAlone(tokens, at, head)) return { to: head, count: 2, countriesOnly: false };
  while (head < at + lead + 4 && !PAIR_HEADS.test(tokens[head]?.lower ?? "")) head += 1;
  const noun = tokens[head]?.lower ?? "";
  if (!PAIR_HEADS.test(noun)) return null;
  const count = { two: 2, both: 2, three: 3, four: 4, five: 5, six: 6 }[number] ?? 0;
  return {
    to: head + 1,
    count,
    countriesOnly: /^(?:countries|nations|neighbors|neighbours|states|presidents|premiers|capitals)$/u.test(
      noun,
    ),
  };
}

function personParties(sources: PartySources, speaker: string | undefined): PartyMention[] {
  return sources.people.flatMap((person): PartyMention[] => {
    const official = /secretary|president|ambassador|administrator|envoy|minister/iu.test(
      person.office ?? "",
    );
    const key = person.home ?? (official ? speaker : undefined);
    if (!key) return [];
    return [{ ...located(person), type: isBloc(key, sources) ? "bloc" : "country", key, form: "person" }];
  });
}

const located = ({ start, end, from, to }: { start: number; end: number; from: number; to: number }) => ({
  start,
  end,
  from,
  to,
});

const SPEAKER_WORDS = new Set(["we", "our", "i", "us"]);
const SPEAKER_OFFICES = /^(?:Secretary|Department|Administration|Ambassador|Assistant|Under|Counselor)$/u;

/** "we", "the Secretary" in a government's own text. */
function speakerParties(doc: Doc, speaker: string, taken: ReadonlySet<number>): PartyMention[] {
  const found: PartyMention[] = [];
  for (const token of doc.tokens) {
    if (taken.has(token.index)) continue;
    const the = doc.tokens[token.index - 1]?.lower === "the";
    const office =
      the &&
      SPEAKER_OFFICES.test(token.text) &&
      !/^(?:General|of)$/u.test(doc.tokens[token.index + 1]?.text ?? "");
    const president =
      the &&
      token.text === "President" &&
      speaker === "USA" &&
      !/^(?:of|and)$/u.test(doc.tokens[token.index + 1]?.lower ?? "");
    if (
      SPEAKER_WORDS.has(token.lower) && token.text !== "US"
        ? token.lower !== "us" || token.text === "us"
        : office || president
    ) {
      found.push({
        start: token.start,
        end: token.end,
        from: token.index,
        to: token.index + 1,
        type: speaker.length === 3 && speaker !== "IMF" ? "country" : "bloc",
        key: speaker,
        form: "speaker",
      });
    }
  }
  return found;
}

/** Distinct keys of the names of a sentence, in order. */
function namesIn(parties: readonly PartyMention[], countriesOnly: boolean): PartyMention[] {
  const seen = new Map<string, PartyMention>();
  for (const party of parties) {
    if (party.type === "organization") continue;
    if (countriesOnly && party.type !== "country") continue;
    if (!seen.has(party.key)) seen.set(party.key, party);
  }
  return [...seen.values()];
}

function mostNamed(parties: readonly PartyMention[], count: number): PartyMention[] {
  const tally = new Map<string, { party: PartyMention; n: number }>();
  for (const party of parties) {
    if (party.type === "organization") continue;
    const entry = tally.get(party.key);
    if (entry) entry.n += 1;
    else tally.set(party.key, { party, n: 1 });
  }
  return [...tally.values()]
    .sort((a, b) => b.n - a.n)
    .slice(0, count)
    .map((entry) => entry.party);
}

/** A phrase such as "the two countries" where it stands, with what may resolve it. */
interface PairPhrase {
  readonly at: number;
  readonly count: number;
  readonly countriesOnly: boolean;
  /** Countries of the headline. */
  readonly headline: readonly PartyMention[];
  /** The parties named most in the text. */
  readonly most: (count: number) => PartyMention[];
}

/** What "the two countries" in a sentence means: the pair of this or the nearest sentence before, else the pair named most. */
function resolvePair(doc: Doc, parties: readonly PartyMention[], phrase: PairPhrase): PartyMention[] {
  const home = firstAt(doc.sentences, phrase.at + 1, ({ from }) => from) - 1;
  const wanted = phrase.count === 0 ? 2 : phrase.count;
  for (let index = home; index >= Math.max(0, home - 4); index -= 1) {
    const sentence = doc.sentences[index];
    if (!sentence) continue;
    const before = parties.slice(
      firstAt(parties, sentence.from, ({ from }) => from),
      firstAt(parties, Math.min(sentence.to, phrase.at), ({ from }) => from),
    );
    const names = namesIn(before, phrase.countriesOnly);
    if (names.length === wanted) return names;
    if (index === home - 1 && phrase.headline.length === wanted) return [...phrase.headline];
    if (names.length > wanted && index < home && wanted === 2) break;
  }
  return phrase.most(wanted);
}

/** Every stretch of words that can name a party, in order: names, people in office, bodies, "we", "the two sides". */
export function findParties(doc: Doc, sources: PartySources): PartyMention[] {
  const speaker = homeOfPublisher(doc.publisher);
  const taken = new Set<number>();
  const parties: PartyMention[] = [];
  const push = (party: PartyMention) => {
    parties.push(party);
    for (let at = party.from; at < party.to; at += 1) taken.add(at);
  };
  for (const organization of sources.organizations) push(organizationParty(organization));
  for (const place of sources.places) {
    if (taken.has(place.from)) continue;
    push({ ...located(place), type: place.type, key: place.code, form: place.form });
  }
  for (const person of personParties(sources, speaker)) push(person);
  if (speaker) for (const party of speakerParties(doc, speaker, taken)) push(party);
  parties.sort((a, b) => a.from - b.from);
  const named = parties.filter((party) => party.form !== "person");
  const byCount = new Map<number, PartyMention[]>();
  const most = (count: number): PartyMention[] => {
    const known = byCount.get(count) ?? mostNamed(named, count);
    byCount.set(count, known);
    return known;
  };
  const headline = findHeadlineParties(doc, named, speaker).filter((party) => party.type === "country");
  const groups: PartyMention[] = [];
  for (let at = 0; at < doc.tokens.length; at += 1) {
    const phrase = readPairPhrase(doc.tokens, at);
    if (!phrase) continue;
    const start = doc.tokens[at]?.start ?? 0;
    const end = doc.tokens[phrase.to - 1]?.end ?? start;
    for (const party of resolvePair(doc, named, {
      at,
      count: phrase.count,
      countriesOnly: phrase.countriesOnly,
      most,
      headline,
    })) {
      groups.push({
        start,
        end,
        from: at,
        to: phrase.to,
        type: party.type,
        key: party.key,
        form: "coreference",
      });
    }
    at = phrase.to - 1;
  }
  return [...parties, ...groups].sort((a, b) => a.from - b.from);
}
