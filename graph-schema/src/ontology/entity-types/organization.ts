import type { EntityId } from "../../ids.ts";
import type { EntityTypeDefinition, NamedState } from "./named.ts";

export interface OrganizationState extends NamedState {
  readonly type: "organization";
  readonly basedIn: EntityId | null;
}

export const ORGANIZATION = {
  type: "organization",
  label: "Organization",
  caption: "organization",
  indexed: ["nameKeys"],
} as const satisfies EntityTypeDefinition;
