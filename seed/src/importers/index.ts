export { openAidData } from "./aiddata/open-aiddata.ts";
export { openDesta } from "./desta/open-desta.ts";
export { ImportError } from "./import-error.ts";
export type { DataSetFile, ImportedRow, RowOutcome, SkippedRow, Warning } from "./outcome.ts";
export { openMapped } from "./mapped/open-mapped.ts";
export { parseTableMap, type TableMap } from "./mapped/table-map.ts";
