export * from "./compare-brief.ts";
export * from "./importers/index.ts";
export type { ExpectedDeal } from "./expected-deal.ts";
export { loadBriefs } from "./load-briefs.ts";
export type { SeedBrief } from "./seed-brief.ts";
export { EXPECTED_DEALS } from "./tables/expected-deals.ts";
export * from "./tables/known-differences.ts";
