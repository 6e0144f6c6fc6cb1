import type { EntityId, MembershipState } from "@entente/graph-schema";
import type { Reader } from "./read-pool.ts";
import { allOf } from "./agreement-filter.ts";
import { holdsAt, type Condition } from "./versions.ts";

const statement = (condition: string): string =>
  `SELECT m.state FROM membership m WHERE ${condition} ORDER BY m.bloc, m.member, m.start_day, m.role, m.rowid`;

export async function memberships(
  reader: Reader,
  { bloc, member }: { readonly bloc?: EntityId; readonly member?: EntityId },
  { on, version }: { readonly on: string | null; readonly version: number | null },
): Promise<MembershipState[]> {
  const conditions: Condition[] = [holdsAt("m", version)];
  if (bloc !== undefined) conditions.push({ sql: "m.bloc = ?", values: [bloc] });
  if (member !== undefined) conditions.push({ sql: "m.member = ?", values: [member] });
  if (on !== null) conditions.push({ sql: "m.start_day <= ? AND m.end_day >= ?", values: [on, on] });
  const { sql, values } = allOf(conditions);
  const rows = await reader.all(statement(sql), values);
  return rows.map((row) => JSON.parse(String(row.state)) as MembershipState);
}
