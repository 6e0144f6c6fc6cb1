import { AFRICAN_BLOCS } from "./blocs/africa.ts";
import { AMERICAN_BLOCS } from "./blocs/americas.ts";
import { ASIAN_BLOCS } from "./blocs/asia.ts";
import { EUROPEAN_BLOCS } from "./blocs/europe.ts";
import { WORLD_BLOCS } from "./blocs/world.ts";
import type { BlocRow } from "./rows.ts";

/** Blocs and intergovernmental organizations with dated memberships; each names its source. Curated by hand. */
export const BLOCS: readonly BlocRow[] = [
  ...AFRICAN_BLOCS,
  ...AMERICAN_BLOCS,
  ...ASIAN_BLOCS,
  ...EUROPEAN_BLOCS,
  ...WORLD_BLOCS,
];
