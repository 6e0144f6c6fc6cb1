import { EMPTY_STORE_MOMENT, type AuditQuery, type DataVersion } from "../graph-store.ts";
import type { AuditRow } from "../plan.ts";
import { LABELS } from "./labels.ts";
import { readNumber, readText, readTextOrNull, type RunStatement } from "./row.ts";

const OTHER_ENTITIES = Object.values(LABELS).filter((label) => label !== LABELS.agreement);

/** Counts of one label are kept by Neo4j itself: this stays fast, however large the graph is. */
const DATA_VERSION = `
MATCH (v:DataVersion {id: 'data-version'})
RETURN v.version AS version, v.at AS at,
  COUNT { (:Agreement) } AS agreements,
  ${OTHER_ENTITIES.map((label) => `COUNT { (:${label}) }`).join(" + ")} AS entities,
  COUNT { (:Claim) } - COUNT { (:SupersededClaim) } AS claims,
  COUNT { (:Document) } AS documents`;
const VERSION_NUMBER = "MATCH (v:DataVersion {id: 'data-version'}) RETURN v.version AS version";
const VERSION_AT = "MATCH (v:Version) WHERE v.at <= $moment RETURN max(v.version) AS version";
const MOMENT_OF = "MATCH (v:Version {version: $version}) RETURN v.at AS at";
const SETTING = "MATCH (s:Setting {key: $key}) RETURN s.value AS value";
const about = (subjects: readonly string[] | null | undefined): string =>
  subjects ? "entry.subject IN $subjects" : "true";
const auditPage = ({ subjects, after }: AuditQuery): string => `
MATCH (entry:AuditEntry)
WHERE ${about(subjects)} ${after ? "AND (entry.at < $at OR (entry.at = $at AND entry.id > $id))" : ""}
RETURN entry.id AS id, entry.at AS at, entry.by AS by, entry.action AS action, entry.subject AS subject,
  entry.reason AS reason
ORDER BY at DESC, id
LIMIT $limit`;

export async function dataVersion(run: RunStatement): Promise<DataVersion> {
  const [row] = await run(DATA_VERSION);
  if (!row)
    return { version: 0, at: EMPTY_STORE_MOMENT, agreements: 0, entities: 0, claims: 0, documents: 0 };
  return {
    version: readNumber(row, "version"),
    at: readText(row, "at"),
    agreements: readNumber(row, "agreements"),
    entities: readNumber(row, "entities"),
    claims: readNumber(row, "claims"),
    documents: readNumber(row, "documents"),
  };
}

export async function versionNumber(run: RunStatement): Promise<number> {
  const [row] = await run(VERSION_NUMBER);
  return row ? readNumber(row, "version") : 0;
}

/** The newest version recorded at or before a moment; 0 where none was. */
export async function versionAt(run: RunStatement, moment: string): Promise<number> {
  const [row] = await run(VERSION_AT, { moment: new Date(moment).toISOString() });
  return row && row.version !== null ? readNumber(row, "version") : 0;
}

export async function momentOf(run: RunStatement, version: number): Promise<string> {
  const [row] = await run(MOMENT_OF, { version: BigInt(version) });
  return row ? readText(row, "at") : EMPTY_STORE_MOMENT;
}

export async function setting(run: RunStatement, key: string): Promise<string | null> {
  const [row] = await run(SETTING, { key });
  return row ? readText(row, "value") : null;
}

/** Newest moment first, then id. */
export async function auditLog(run: RunStatement, query: AuditQuery): Promise<AuditRow[]> {
  const { subjects, limit, after } = query;
  const rows = await run(auditPage(query), {
    ...(subjects ? { subjects } : {}),
    ...(after ?? {}),
    limit: BigInt(limit),
  });
  return rows.map((row) => ({
    id: readText(row, "id"),
    at: readText(row, "at"),
    by: readText(row, "by"),
    action: readText(row, "action"),
    subject: readText(row, "subject"),
    reason: readTextOrNull(row, "reason"),
  }));
}

export async function countAudit(run: RunStatement, subjects: readonly string[] | null): Promise<number> {
  const text = `MATCH (entry:AuditEntry)\nWHERE ${about(subjects)}\nRETURN count(entry) AS count`;
  const [row] = await run(text, subjects ? { subjects } : {});
  return row ? readNumber(row, "count") : 0;
}
