export * from "./create-server.ts";
export * from "./errors.ts";
export { planMarkNotSame, planMerge, planUndoMerge, planUnmarkNotSame } from "./identity/plan-merge.ts";
export { createFetchSource, type FetchLimits, type FetchSource } from "./fetch/fetch-source.ts";
export { type Network, PUBLIC_NETWORK } from "./fetch/network.ts";
export * from "./ingest/index.ts";
export { planRetraction } from "./review/plan-retraction.ts";
export { planReview, planUndoReview } from "./review/plan-review.ts";
export * from "./store/index.ts";
