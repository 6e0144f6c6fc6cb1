import type { MembershipRole } from "../ontology/vocabularies.ts";

/** One country or former state of the reference tables. Names are English; the first alias is not special. */
export interface CountryRow {
  /** ISO 3166-1 alpha-3; XKX for Kosovo; for former states the former alpha-3, such as SUN. */
  readonly iso3: string;
  readonly iso2: string;
  /** The short name shown to people: "South Korea", not "Korea, Republic of". */
  readonly name: string;
  /** UN M49 code of the region it lies in, three digits. */
  readonly region: string;
  /** Other names, official and former ones, abbreviations written with and without dots. */
  readonly aliases: readonly string[];
  /** Adjectives and nouns for its people: "Chinese", "Kazakh", "Kazakhstani". */
  readonly demonyms: readonly string[];
  /** Names of seats of government, current and former. */
  readonly capitals: readonly string[];
  /** Years it existed as a state, where that bounds it: former states, and successors. ISO dates. */
  readonly from?: string;
  readonly to?: string;
}

export interface MembershipRow {
  /** ISO3 of a country, or the acronym of a bloc that is itself a member. */
  readonly member: string;
  readonly role: MembershipRole;
  /** ISO date at the precision known: "1991-12-26", "1964-01", "1957". Absent: since founding. */
  readonly from?: string;
  readonly to?: string;
}

export interface BlocRow {
  /** Code in ids and party lists: SCO, AU, EU, ASEAN. */
  readonly acronym: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly founded: string;
  readonly dissolved?: string;
  /** Where founding and membership dates can be checked: an official page or the founding treaty. */
  readonly source: string;
  readonly memberships: readonly MembershipRow[];
}

export interface RegionRow {
  readonly m49: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** M49 code of the enclosing region; absent for the World. */
  readonly parent?: string;
}

export interface CurrencyRow {
  /** ISO 4217. */
  readonly code: string;
  readonly name: string;
  /** Digits of the minor unit: 2 for USD, 0 for JPY, 3 for KWD. */
  readonly digits: number;
  /** Unambiguous names and symbols: "yuan", "renminbi", "RMB", "€". */
  readonly aliases: readonly string[];
  /** ISO3 of countries whose plain "dollar", "pound", "rupee", "$" means this currency. */
  readonly countries: readonly string[];
  /** Last ISO date it was legal tender, for withdrawn currencies. */
  readonly until?: string;
}
