import type { FuzzyDate } from "../../fuzzy-date.ts";
import type { EntityTypeDefinition, NamedState } from "./named.ts";

export interface BlocState extends NamedState {
  readonly type: "bloc";
  readonly acronym: string;
  readonly founded: FuzzyDate | null;
  readonly dissolved: FuzzyDate | null;
}

export const BLOC = {
  type: "bloc",
  label: "Bloc",
  caption: "bloc",
  indexed: ["acronym"],
} as const satisfies EntityTypeDefinition;
