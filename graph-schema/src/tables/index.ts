export * from "./ambiguous-names.ts";
export * from "./blocs.ts";
export * from "./countries.ts";
export * from "./currencies.ts";
export * from "./find-rows.ts";
export * from "./former-states.ts";
export * from "./regions.ts";
export type * from "./rows.ts";
export * from "./sectors.ts";
