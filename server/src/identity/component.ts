import type { EntityId } from "@entente/graph-schema";

/** Ids joined so far. */
export interface Component {
  readonly members: readonly EntityId[];
  readonly survivor: EntityId;
  /** Version of the newest merge by a person, whose choice of survivor stands; 0 where only matches made it. */
  readonly chosenIn: number;
  /** The parts that people's merges had made before matches joined them. */
  readonly blocks: readonly (readonly EntityId[])[];
}

export type Components = Map<EntityId, Component>;
