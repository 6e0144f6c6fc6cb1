import type { AgreementProfile, PartyProfile } from "./agreement-profile.ts";
import { STAGE_YEARS } from "./compare-dates.ts";
import type { MatchProfile } from "./profiled.ts";

/** Agreements of more parties are found only by exactly the same ones: pairs of them would be too many keys. */
const MAX_PAIRED = 6;
/** Names of one organization that are looked for. */
const MAX_NAMES = 3;
/** A stage that spans more years than this dates nothing. */
const MAX_SPAN_YEARS = 6;

/** What a party may be known by elsewhere: its country, and the names of an organization. */
const tokensOf = ({ id, home, names }: PartyProfile): string[] =>
  names.length === 0 ? [id] : [...(home === null ? [] : [home]), ...names.slice(0, MAX_NAMES)];

/** Two reports of one agreement share one of these: two of its parties, or all of many. */
function partyKeys({ parties }: AgreementProfile): string[] {
  if (parties.length > MAX_PAIRED) {
    return [[...new Set(parties.map((party) => tokensOf(party)[0] ?? party.id))].sort().join("+")];
  }
  const tokens = parties.map(tokensOf);
  const pairs = tokens.flatMap((one, i) =>
    tokens
      .slice(i + 1)
      .flatMap((other) => one.flatMap((a) => other.map((b) => (a < b ? `${a}+${b}` : `${b}+${a}`)))),
  );
  return [...new Set(pairs)].filter((pair) => {
    const [a, b] = pair.split("+");
    return a !== b;
  });
}

/** Years in which a document dates a stage; empty where it dates none. */
function yearsOf({ rungs }: AgreementProfile): number[] {
  const years = rungs.flatMap(({ on }) => {
    const [from, to] = [on.earliest, on.latest].map((day) => Number(day.slice(0, 4)));
    if (from === undefined || to === undefined || to - from > MAX_SPAN_YEARS) return [];
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
  return [...new Set(years)].sort((a, b) => a - b);
}

const namedKeys = (type: string, names: readonly string[]): string[] =>
  names.map((name) => `${type} ${name}`);

/** Keys under which others find a report: by parties in any year, and in each of its own. */
export function storedKeys(profile: MatchProfile): string[] {
  if (profile.type !== "agreement") return namedKeys(profile.type, profile.names);
  const years = yearsOf(profile);
  const windows = years.length > 0 ? years.map(String) : ["undated"];
  return partyKeys(profile).flatMap((parties) => [...windows, "any"].map((window) => `${parties} ${window}`));
}

/** Keys of all reports that may tell of the same: of the same years as far as stages lie apart, and undated ones. */
export function askedKeys(profile: MatchProfile): string[] {
  if (profile.type !== "agreement") return namedKeys(profile.type, profile.names);
  const years = yearsOf(profile);
  const [first, last] = [years[0], years.at(-1)];
  const windows =
    first === undefined || last === undefined
      ? ["any"]
      : [
          "undated",
          ...Array.from({ length: last - first + 1 + 2 * STAGE_YEARS }, (_, i) =>
            String(first - STAGE_YEARS + i),
          ),
        ];
  return partyKeys(profile).flatMap((parties) => windows.map((window) => `${parties} ${window}`));
}
