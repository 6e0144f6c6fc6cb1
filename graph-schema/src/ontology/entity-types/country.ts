import type { EntityTypeDefinition, NamedState } from "./named.ts";

export interface CountryState extends NamedState {
  readonly type: "country";
  readonly iso2: string;
  readonly iso3: string;
  readonly region: string;
}

export const COUNTRY = {
  type: "country",
  label: "Country",
  caption: "country",
  indexed: ["iso2", "iso3"],
} as const satisfies EntityTypeDefinition;
