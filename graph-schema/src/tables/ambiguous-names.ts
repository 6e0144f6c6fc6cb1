/** A name that fits several countries, or a country and something else; found in no country's aliases. */
export interface AmbiguousName {
  readonly name: string;
  /** ISO3 codes, the one meant most often in news about states first. */
  readonly countries: readonly string[];
}

/** Curated by hand. A reader decides by context; "America" is here because it also names a continent. */
export const AMBIGUOUS_NAMES: readonly AmbiguousName[] = [
  { name: "America", countries: ["USA"] },
  { name: "Congo", countries: ["COD", "COG"] },
  { name: "Congolese", countries: ["COD", "COG"] },
  { name: "Korea", countries: ["KOR", "PRK"] },
  { name: "Korean", countries: ["KOR", "PRK"] },
  { name: "St. Martin", countries: ["MAF", "SXM"] },
  { name: "Virgin Islands", countries: ["VIR", "VGB"] },
  { name: "Virgin Islander", countries: ["VIR", "VGB"] },
];
