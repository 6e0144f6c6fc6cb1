import { COUNTRIES, CURRENCIES } from "@entente/graph-schema";
import { NAME_SPELLINGS, SHARED_NAMES } from "../data/currency-words.ts";

const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/ł/gu, "l");

interface CurrencyLexicon {
  /** Folded name of one to four words → code. */
  readonly names: ReadonlyMap<string, string>;
  readonly codes: ReadonlySet<string>;
  /** Folded demonym or country name → ISO3. */
  readonly nations: ReadonlyMap<string, string>;
}

function buildLexicon(): CurrencyLexicon {
  const names = new Map<string, string>();
  const add = (name: string, code: string) => {
    const key = fold(name);
    if (key.length < 3 || !/^[\p{L} ]+$/u.test(key) || key in SHARED_NAMES) return;
    if (!names.has(key)) names.set(key, code);
    if (!names.has(`${key}s`)) names.set(`${key}s`, code);
  };
  for (const row of CURRENCIES) for (const name of [row.name, ...row.aliases]) add(name, row.code);
  for (const [name, code] of Object.entries(NAME_SPELLINGS)) add(name, code);
  const nations = new Map<string, string>();
  for (const row of COUNTRIES) {
    for (const name of [row.name, ...row.demonyms, ...row.aliases])
      if (!nations.has(fold(name))) nations.set(fold(name), row.iso3);
  }
  return { names, codes: new Set(CURRENCIES.map((row) => row.code)), nations };
}

let lexicon: CurrencyLexicon | undefined;
const words = (): CurrencyLexicon => (lexicon ??= buildLexicon());

export const isCurrencyCode = (text: string): boolean => words().codes.has(text);

/** Currency whose unambiguous name is exactly these words. */
export const currencyNamed = (text: string): string | undefined => words().names.get(fold(text));

/** Singular of a name that several currencies share ("dollars" → "dollar"), or undefined. */
export function sharedName(text: string): string | undefined {
  const key = fold(text);
  if (key in SHARED_NAMES) return key;
  const singular = key.replace(/s$/u, "");
  return singular in SHARED_NAMES ? singular : undefined;
}

/** The currency that a nation's plain "dollar" or "rupee" means. */
export function currencyOfNation(nation: string, shared: string): string | undefined {
  const iso3 =
    nation.length === 3 && nation === nation.toUpperCase() ? nation : words().nations.get(fold(nation));
  if (!iso3) return undefined;
  const stem = shared.slice(0, 4);
  return CURRENCIES.find(
    (row) =>
      row.countries.includes(iso3) && !row.until && fold([row.name, ...row.aliases].join(" ")).includes(stem),
  )?.code;
}
