export * from "./create-server.ts";
export * from "./errors.ts";
export * from "./ingest/index.ts";
export * from "./store/index.ts";
