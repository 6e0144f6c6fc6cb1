import type { BlocRow } from "../rows.ts";

export const WORLD_BLOCS: readonly BlocRow[] = [];
