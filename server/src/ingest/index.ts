export { checkStore, type StoreCheck } from "./check-store.ts";
export {
  ingestArticle,
  ingestBatch,
  ingestRows,
  loadReference,
  MAX_TEXT_LENGTH,
  type IngestRequest,
} from "./ingest.ts";
export {
  importDataSet,
  type ImportOptions,
  type ImportReport,
  type WarningGroup,
} from "./import-data-set.ts";
export { type IngestResult } from "./plan-ingest.ts";
export { reextract, type Reextracted } from "./reextract.ts";
export { rederive, type Rederived } from "./rederive.ts";
export { needsSeed, seedStore, type SeedProgress } from "./seed-store.ts";
