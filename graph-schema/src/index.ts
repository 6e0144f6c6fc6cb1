export * from "./fact.ts";
export * from "./fuzzy-date.ts";
export * from "./money.ts";
export * from "./ontology/vocabularies.ts";
export type * from "./tables/rows.ts";
