import { findBloc, findCountry, foldName, parseEntityId, type EntityId } from "@entente/graph-schema";

/** Words that many titles share whatever they are about. */
const GENERIC = new Set(
  (
    "a an the and or of on in at to for from with between by its their this that year month " +
    "agreement agreements treaty pact accord deal contract memorandum understanding mou convention arrangement " +
    "loan credit grant aid fund swap currency local bilateral line facility compact investment project package " +
    "statement declaration joint cooperation cooperative collaboration comprehensive economic partnership framework " +
    "free trade fta cepa ecta general mutual relation other supply three five ten million billion"
  ).split(" "),
);

/** Words that mark a paper that changes or follows another. */
const REVISIONS = new Set(
  (
    "amendment amended amending amend protocol supplement supplementary supplemental additional addendum annex " +
    "upgrade upgraded renewal renewed renew extension extended extend enlarged enlargement revised revision " +
    "modernized further withdrawal termination"
  ).split(" "),
);

const ORDINALS: Readonly<Record<string, string>> = {
  first: "1",
  second: "2",
  third: "3",
  fourth: "4",
  fifth: "5",
  sixth: "6",
  i: "1",
  ii: "2",
  iii: "3",
  iv: "4",
  v: "5",
};

/** What a title tells beyond kind and parties; each list sorted, without repeats. */
export interface TitleWords {
  /** Words that tell the matter. */
  readonly matter: readonly string[];
  /** Marks of an amendment, renewal and the like. */
  readonly revisions: readonly string[];
  /** Numbers and ordinals, as digits: a phase, a tranche, a year. */
  readonly numbers: readonly string[];
}

const singular = (word: string): string =>
  word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;

function namesOf(party: EntityId): readonly string[] {
  const id = parseEntityId(party);
  if (id?.type === "country") {
    const row = findCountry(id.key);
    return row ? [row.name, ...row.aliases, ...row.demonyms] : [];
  }
  const row = id?.type === "bloc" ? findBloc(id.key) : undefined;
  return row ? [row.acronym, row.name, ...row.aliases] : [];
}

const distinct = (words: readonly string[]): string[] => [...new Set(words)].sort();

/** Reads a title without the words for kind and parties, which are compared on their own. */
export function readTitle(titles: readonly string[], parties: readonly EntityId[]): TitleWords {
  const partyWords = new Set(parties.flatMap(namesOf).flatMap((name) => foldName(name).split(" ")));
  const words = titles.flatMap((title) =>
    foldName(title.replace(/ and \d+ others\b/, ""))
      .split(" ")
      .filter((word) => word !== "" && !partyWords.has(word)),
  );
  const numbers = words.flatMap((word) => {
    const digits = /^(\d+)(?:st|nd|rd|th)?$/.exec(word)?.[1] ?? ORDINALS[word];
    return digits === undefined ? [] : [digits];
  });
  const plain = words.filter((word) => !(word in ORDINALS) && !/^\d/.test(word));
  return {
    matter: distinct(plain.map(singular).filter((word) => !GENERIC.has(word) && !REVISIONS.has(word))),
    revisions: distinct(plain.filter((word) => REVISIONS.has(word))),
    numbers: distinct(numbers),
  };
}
