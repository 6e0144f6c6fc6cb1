import type { AuditQuery } from "../graph-store.ts";
import type { AuditRow } from "../plan.ts";
import { allOf } from "./agreement-filter.ts";
import { listValue, type Row } from "./connection.ts";
import type { Reader } from "./read-pool.ts";

const pageStatement = (condition: string): string =>
  `SELECT * FROM audit WHERE ${condition} ORDER BY at DESC, id LIMIT ?`;
const COUNT = "SELECT count(*) AS count FROM audit";
const COUNT_OF = "SELECT count(*) AS count FROM audit WHERE subject IN (SELECT value FROM json_each(?))";

export async function auditLog(reader: Reader, { subjects, limit, after }: AuditQuery): Promise<AuditRow[]> {
  const { sql, values } = allOf([
    ...(subjects
      ? [{ sql: "subject IN (SELECT value FROM json_each(?))", values: [listValue(subjects)] }]
      : []),
    ...(after ? [{ sql: "(at < ? OR (at = ? AND id > ?))", values: [after.at, after.at, after.id] }] : []),
  ]);
  const rows = await reader.all(pageStatement(sql), [...values, limit]);
  return rows.map(toAuditRow);
}

export async function countAudit(reader: Reader, subjects: readonly string[] | null): Promise<number> {
  const [row] = await (subjects ? reader.all(COUNT_OF, [listValue(subjects)]) : reader.all(COUNT));
  return Number(row?.count ?? 0);
}

export const toAuditRow = (row: Row): AuditRow => ({
  id: String(row.id),
  at: String(row.at),
  by: String(row.by),
  action: String(row.action),
  subject: String(row.subject),
  reason: row.reason === null || row.reason === undefined ? null : String(row.reason),
});
