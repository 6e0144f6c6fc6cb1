import type { BlocRow } from "./rows.ts";

export const BLOCS: readonly BlocRow[] = [];
