import type { AuditRow } from "../plan.ts";
import type { Row } from "./connection.ts";
import type { Reader } from "./read-pool.ts";

const ALL = "SELECT * FROM audit ORDER BY at DESC, id LIMIT ?";
const OF_SUBJECT = "SELECT * FROM audit WHERE subject = ? ORDER BY at DESC, id LIMIT ?";

export async function auditLog(reader: Reader, subject: string | null, limit: number): Promise<AuditRow[]> {
  const rows = await (subject === null ? reader.all(ALL, [limit]) : reader.all(OF_SUBJECT, [subject, limit]));
  return rows.map(toAuditRow);
}

export const toAuditRow = (row: Row): AuditRow => ({
  id: String(row.id),
  at: String(row.at),
  by: String(row.by),
  action: String(row.action),
  subject: String(row.subject),
  reason: row.reason === null || row.reason === undefined ? null : String(row.reason),
});
