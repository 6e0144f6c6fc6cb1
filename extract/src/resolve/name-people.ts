import type { PersonMention } from "../mention/mention-types.ts";

const words = (name: string) => name.replace(/,? [JS]r\.?$/iu, "").split(" ");
const fold = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Short forms of given names that share no spelling with the long one's start. Lower case. */
const NICKNAMES: Readonly<Record<string, string>> = {
  tony: "antony",
  joe: "joseph",
  bill: "william",
  bob: "robert",
  jim: "james",
  mike: "michael",
  dick: "richard",
};

/** "Tony Blinken" is "Antony J. Blinken". */
const isNicknamed = (a: readonly string[], b: readonly string[]) =>
  a.length === 2 && a[1] === b.at(-1) && b.length >= 2 && NICKNAMES[a[0] ?? ""] === b[0];

interface Name {
  readonly written: string;
  readonly words: readonly string[];
}

const toName = (written: string): Name => ({ written, words: words(fold(written)) });

/** True when `short` is a part of `full`: its surname, given name with surname, or family name put first. */
function isPartOf(short: Name, full: Name): boolean {
  if (short.written === full.written) return true;
  const a = short.words;
  const b = full.words;
  if (a.length === b.length && a.join(" ") === b.join(" ")) return short.written.length < full.written.length;
  if (isNicknamed(a, b)) return true;
  if (a.length >= b.length) return false;
  return (
    a.every((word) => b.includes(word)) &&
    (a.at(-1) === b.at(-1) || a.length > 1 || a[0] === b[0] || b.includes(a[0] ?? ""))
  );
}

/** The fullest form of each name. A part shares its last word with the whole, so only those names are compared. */
function findFullest(written: ReadonlySet<string>): Map<string, string> {
  const names = [...written].sort((a, b) => b.length - a.length).map(toName);
  const byWord = new Map<string, Name[]>();
  for (const name of names)
    for (const word of new Set(name.words)) {
      const sharing = byWord.get(word);
      if (sharing) sharing.push(name);
      else byWord.set(word, [name]);
    }
  return new Map(
    names.map((name) => {
      const full = byWord.get(name.words.at(-1) ?? "")?.find((other) => isPartOf(name, other));
      return [name.written, (full ?? name).written];
    }),
  );
}

/** Gives each mention the fullest name and the office and country told anywhere in the document. */
export function namePeople(mentions: readonly PersonMention[]): PersonMention[] {
  const known = findFullest(new Set(mentions.map((mention) => mention.name)));
  const fullest = (name: string) => known.get(name) ?? name;
  const homes = new Map<string, string>();
  const offices = new Map<string, string>();
  for (const mention of mentions) {
    const name = fullest(mention.name);
    if (mention.home && !homes.has(name)) homes.set(name, mention.home);
    if (mention.office && !offices.has(name)) offices.set(name, mention.office);
  }
  return mentions.map((mention) => {
    const name = fullest(mention.name);
    const home = homes.get(name);
    const office = offices.get(name);
    return { ...mention, name, ...(home ? { home } : {}), ...(office ? { office } : {}) };
  });
}
