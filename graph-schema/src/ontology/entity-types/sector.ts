import type { EntityTypeDefinition, NamedState } from "./named.ts";

export interface SectorState extends NamedState {
  readonly type: "sector";
}

export const SECTOR = {
  type: "sector",
  label: "Sector",
  caption: "sector",
  indexed: [],
} as const satisfies EntityTypeDefinition;
