import { AMBIGUOUS_NAMES, BLOCS, COUNTRIES, FORMER_STATES } from "@entente/graph-schema";
import { EXTRA_BLOCS } from "../data/extra-blocs.ts";
import { MASKS } from "../data/masks.ts";
import { STATE_BODIES } from "../data/state-bodies.ts";
import type { Token } from "../tokenise/document.ts";
import type { PlaceMention } from "./mention-types.ts";
import { PhraseTrie } from "./phrase-trie.ts";

type Entry =
  | { readonly mask: true }
  | {
      readonly mask: false;
      readonly type: "country" | "bloc";
      readonly code: string;
      readonly form: PlaceMention["form"];
    };

/** Aliases that are words of their own or other acronyms more often than the place. */
const UNSAFE = new Set([
  "English",
  "IS",
  "CAN",
  "AM",
  "PM",
  "IT",
  "NO",
  "ICE",
  "IDEA",
  "SPA",
  "Man",
  "Holland",
  "Male",
  "Victoria",
  "Georgetown",
  "Kingston",
  "Hamilton",
  "Santiago",
  "Lome",
  "Bern",
  "San Jose",
  "San José",
  "San Juan",
  "San Salvador",
  "Valletta",
  "Stanley",
  "Nice",
  "Central Asia",
  "Bloc",
  "Partnership",
  "USMCA",
  "United States-Mexico-Canada Agreement",
  "America",
]);

function addCountries(trie: PhraseTrie<Entry>): void {
  const add = (name: string, code: string, form: PlaceMention["form"]) => {
    if (!UNSAFE.has(name) && name.length > 1) trie.add(name, { mask: false, type: "country", code, form });
  };
  for (const [code, names] of STATE_BODIES) for (const name of names) add(name, code, "agency");
  for (const row of COUNTRIES) {
    for (const name of [row.name, ...row.aliases]) {
      add(name, row.iso3, "name");
      if (name === name.toUpperCase() && name.length <= 5) continue;
      if (/^(?:Republic|Kingdom|Government|Commonwealth|People)/u.test(name))
        add(
          name.replace(/^./u, (c) => c.toLowerCase()),
          row.iso3,
          "name",
        );
    }
    for (const name of row.demonyms) {
      add(name, row.iso3, "demonym");
      if (!/(?:s|sh|ch|ese)$/u.test(name)) add(`${name}s`, row.iso3, "demonym");
    }
  }
  for (const row of FORMER_STATES) {
    for (const name of [row.name, ...row.aliases]) add(name, row.iso3, "name");
    for (const name of row.demonyms) add(name, row.iso3, "demonym");
  }
  for (const row of AMBIGUOUS_NAMES)
    if (row.name !== "America" && row.countries[0]) add(row.name, row.countries[0], "name");
  for (const row of COUNTRIES) for (const name of row.capitals) add(name, row.iso3, "capital");
}

function buildTrie(): PhraseTrie<Entry> {
  const trie = new PhraseTrie<Entry>();
  for (const mask of MASKS) trie.add(mask, { mask: true });
  const bloc = (name: string, code: string) => {
    if (!UNSAFE.has(name)) trie.add(name, { mask: false, type: "bloc", code, form: "name" });
  };
  for (const [code, names] of EXTRA_BLOCS) for (const name of names) bloc(name, code);
  for (const row of BLOCS)
    for (const name of [row.name, row.acronym, ...row.aliases]) bloc(name, row.acronym);
  addCountries(trie);
  return trie;
}

let trie: PhraseTrie<Entry> | undefined;

/** Prepositions after which a city is a place, not its government. */
const LOCATIVE = new Set(
  "in at to from near of outside through via around across visit visited visiting into toward towards for , ( summit".split(
    " ",
  ),
);
const PARTNER = new Set(["between", "with", "and", "by"]);

/** "Moscow and Beijing signed": a capital stands for its government only where it acts. */
function actsAsGovernment(tokens: readonly Token[], at: number, to: number): boolean {
  const before = tokens[at - 1]?.lower ?? "";
  const after = tokens[to];
  if (LOCATIVE.has(before) || !after) return false;
  if (
    /^(?:Declaration|Agreement|Accord|Accords|Convention|Summit|Conference|Treaty|Pact|Protocol|City|University|Times|Post|headquarters|airport)$/u.test(
      after.text,
    )
  )
    return false;
  const acts = after.pos === "VERB" || after.pos === "AUX" || after.lower === "'s";
  return PARTNER.has(before)
    ? acts || before !== "and" || /^[.,]$/u.test(after.text)
    : acts &&
        (before === "" || /^[.“"”]$/u.test(before) || tokens[at - 1]?.pos === "SCONJ" || before === "that");
}

/** Countries and blocs by name, adjective, seat of government or acting body; masked names are left out. */
export function findPlaces(tokens: readonly Token[]): PlaceMention[] {
  trie ??= buildTrie();
  const found: PlaceMention[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const first = tokens[at];
    const match = first && /^\p{L}/u.test(first.text) ? trie.match(tokens, at) : null;
    if (!first || !match) continue;
    const last = tokens[match.to - 1];
    const entry = match.value;
    const shown =
      !entry.mask &&
      (entry.form !== "capital" || actsAsGovernment(tokens, at, match.to)) &&
      !isUsVerb(tokens, at, match.to) &&
      !isBygone(tokens, at, match.to);
    if (!entry.mask && shown && last) {
      found.push({
        type: entry.type,
        code: entry.code,
        form: entry.form,
        from: at,
        to: match.to,
        start: first.start,
        end: last.end,
      });
    }
    at = match.to - 1;
  }
  return found;
}

/** "ex-Soviet", "Soviet-era": a time, not the state. */
const isBygone = (tokens: readonly Token[], at: number, to: number): boolean =>
  /^Soviet$/u.test(tokens[to - 1]?.text ?? "") &&
  (/^(?:-|former|ex|post)$/u.test(tokens[at - 1]?.lower ?? "") || tokens[to]?.text === "-");

/** "US $7 billion" and "US$" are prices; "AU$" likewise. */
const isUsVerb = (tokens: readonly Token[], at: number, to: number) => {
  const after = tokens[to]?.text;
  return (
    (after === "$" && to === at + 1 && (tokens[at]?.text.length ?? 9) <= 4) ||
    (/^\d/u.test(after ?? "") && tokens[at]?.text === "US" && tokens[at]?.end === tokens[to]?.start)
  );
};
