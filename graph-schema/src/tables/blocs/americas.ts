import type { BlocRow } from "../rows.ts";

export const AMERICAN_BLOCS: readonly BlocRow[] = [];
