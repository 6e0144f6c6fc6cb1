import type { BlocRow } from "../rows.ts";

export const EUROPEAN_BLOCS: readonly BlocRow[] = [];
