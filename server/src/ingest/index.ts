export { checkStore, type StoreCheck } from "./check-store.ts";
export { ingestArticle, ingestBatch, loadReference, MAX_TEXT_LENGTH, type IngestRequest } from "./ingest.ts";
export { type IngestResult } from "./plan-ingest.ts";
export { rederive, type Rederived } from "./rederive.ts";
export { needsSeed, seedStore, type SeedProgress } from "./seed-store.ts";
