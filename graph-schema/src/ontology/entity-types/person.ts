import type { EntityId } from "../../ids.ts";
import type { FuzzyDate } from "../../fuzzy-date.ts";
import type { EntityTypeDefinition, NamedState } from "./named.ts";

export interface Office {
  readonly title: string;
  readonly of: EntityId;
  readonly from: FuzzyDate | null;
  readonly to: FuzzyDate | null;
}

export interface PersonState extends NamedState {
  readonly type: "person";
  readonly offices: readonly Office[];
}

export const PERSON = {
  type: "person",
  label: "Person",
  caption: "person",
  indexed: ["nameKeys"],
} as const satisfies EntityTypeDefinition;
