import type { BlocRow } from "../rows.ts";

export const ASIAN_BLOCS: readonly BlocRow[] = [];
