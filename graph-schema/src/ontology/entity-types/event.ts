import type { EntityId } from "../../ids.ts";
import type { FuzzyDate } from "../../fuzzy-date.ts";
import type { EntityTypeDefinition, NamedState } from "./named.ts";

export interface EventState extends NamedState {
  readonly type: "event";
  readonly date: FuzzyDate | null;
  readonly place: string | null;
  readonly heldIn: EntityId | null;
}

export const EVENT = {
  type: "event",
  label: "Event",
  caption: "event",
  indexed: ["nameKeys"],
} as const satisfies EntityTypeDefinition;
