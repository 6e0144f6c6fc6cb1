import type { EntityType } from "@entente/graph-schema";

/**
 * Label of an entity's node beside `Entity`. An `Entity` without one is only named by others: it has no current
 * state, because it was merged into another or was never described.
 */
export const LABELS = {
  country: "Country",
  bloc: "Bloc",
  region: "Region",
  organization: "Organization",
  person: "Person",
  event: "Event",
  agreement: "Agreement",
  sector: "Sector",
} as const satisfies Record<EntityType, string>;
