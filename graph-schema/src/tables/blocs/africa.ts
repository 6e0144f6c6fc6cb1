import type { BlocRow } from "../rows.ts";

export const AFRICAN_BLOCS: readonly BlocRow[] = [];
