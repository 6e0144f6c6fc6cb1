import type { EntityTypeDefinition, NamedState } from "./named.ts";

export interface RegionState extends NamedState {
  readonly type: "region";
  readonly m49: string;
}

export const REGION = {
  type: "region",
  label: "Region",
  caption: "region",
  indexed: ["m49"],
} as const satisfies EntityTypeDefinition;
