import { entityId, type EntityId } from "../ids.ts";
import { BLOCS } from "./blocs.ts";
import { COUNTRIES } from "./countries.ts";
import { CURRENCIES } from "./currencies.ts";
import { FORMER_STATES } from "./former-states.ts";
import { REGIONS } from "./regions.ts";
import type { BlocRow, CountryRow, CurrencyRow, RegionRow } from "./rows.ts";

/** Live countries come last, so that a code used twice (SK: Sikkim, then Slovakia) means the living one. */
const countryByCode = new Map(
  [...FORMER_STATES]
    .reverse()
    .concat(COUNTRIES)
    .flatMap((row) => [[row.iso2, row] as const, [row.iso3, row] as const]),
);
const blocByAcronym = new Map(BLOCS.map((row) => [row.acronym.toUpperCase(), row]));
const regionByCode = new Map(REGIONS.map((row) => [row.m49, row]));
const currencyByCode = new Map(CURRENCIES.map((row) => [row.code, row]));

/** Country or former state by alpha-2 or alpha-3 code, in any case. CS means Czechoslovakia, not Serbia and Montenegro. */
export const findCountry = (code: string): CountryRow | undefined => countryByCode.get(code.toUpperCase());

/** Bloc by its acronym, in any case; aliases are not searched. */
export const findBloc = (acronym: string): BlocRow | undefined => blocByAcronym.get(acronym.toUpperCase());

/** Region by three-digit UN M49 code. */
export const findRegion = (m49: string): RegionRow | undefined => regionByCode.get(m49);

/** Currency, active or withdrawn, by ISO 4217 code in any case. */
export const findCurrency = (code: string): CurrencyRow | undefined => currencyByCode.get(code.toUpperCase());

/**
 * Id of a country or former state by its alpha-3 code, else of a bloc by its acronym, both in exact case; null for
 * a code that nobody has. Two acronyms are also alpha-3 codes (CAN, NAM): there the country is meant.
 */
export function referenceId(code: string): EntityId | null {
  if (findCountry(code)?.iso3 === code) return entityId("country", code);
  return findBloc(code)?.acronym === code ? entityId("bloc", code) : null;
}
