export * from "./errors.ts";
export * from "./ingest/index.ts";
export * from "./store/index.ts";
