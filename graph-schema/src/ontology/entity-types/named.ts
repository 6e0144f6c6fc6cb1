import type { EntityId } from "../../ids.ts";
import type { EntityType } from "../vocabularies.ts";

/** Sources that disagree about a property: the winner, the losers and why. Claim ids. */
export interface Conflict {
  readonly property: string;
  readonly chosen: string;
  readonly others: readonly string[];
  readonly reason: string;
}

/** What every entity has. */
export interface NamedState {
  readonly id: EntityId;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Ids merged into this one. */
  readonly mergedIds: readonly EntityId[];
  readonly conflicts: readonly Conflict[];
}

/** An entity type as data: its label in the graph, how people call it, and the properties that queries look up. */
export interface EntityTypeDefinition {
  readonly type: EntityType;
  /** Node label in Neo4j; singular, as its naming guide has it. */
  readonly label: string;
  readonly caption: string;
  /** Properties with an index beside the unique `id`. */
  readonly indexed: readonly string[];
}
