import {
  BLOCS,
  COUNTRIES,
  findBloc,
  findCountry,
  foldName,
  FORMER_STATES,
  nameKey,
  REGIONS,
} from "@entente/graph-schema";

/** A country, bloc or region as facts name it. */
export interface Place {
  readonly type: "country" | "bloc" | "region";
  readonly code: string;
}

const country = (code: string): Place => ({ type: "country", code });

/** Names that data sets use and the reference tables do not; regions of development statistics by their M49 code. */
const OTHER_NAMES: readonly (readonly [string, Place])[] = [
  ["China (People's Republic of)", country("CHN")],
  ["America", { type: "region", code: "019" }],
  ["The Pacific", { type: "region", code: "009" }],
];

const byName = new Map<string, Place>();
const add = (names: readonly string[], place: Place): void => {
  for (const name of names) if (!byName.has(nameKey(name))) byName.set(nameKey(name), place);
};
for (const { iso3, name, aliases } of [...COUNTRIES, ...FORMER_STATES])
  add([name, ...aliases], country(iso3));
for (const { m49, name, aliases } of REGIONS) add([name, ...aliases], { type: "region", code: m49 });
for (const { acronym, name, aliases } of BLOCS) add([name, ...aliases], { type: "bloc", code: acronym });
for (const [name, place] of OTHER_NAMES) add([name], place);

/** A country by its alpha-3 code or by a name; a bloc or region by a name. "Africa, regional" is the region. */
export function findPlace(text: string): Place | null {
  const trimmed = text.trim();
  const iso3 = /^[A-Z]{3}$/u.test(trimmed) ? findCountry(trimmed)?.iso3 : undefined;
  if (iso3 !== undefined) return country(iso3);
  const region = /^(.+?),? +regional$/iu.exec(trimmed)?.[1];
  const found = byName.get(nameKey(region ?? trimmed));
  if (region !== undefined) return found?.type === "region" ? found : null;
  const acronym = found ? undefined : findBloc(trimmed)?.acronym;
  return acronym !== undefined && foldName(trimmed) !== ""
    ? { type: "bloc", code: acronym }
    : (found ?? null);
}
