import type { EntityId, MembershipState } from "@entente/graph-schema";
import { readJson, type RunStatement } from "./row.ts";

const find = (of: { readonly bloc?: EntityId; readonly member?: EntityId }, on: string | null): string => {
  const member = of.member === undefined ? "(member:Entity)" : "(member:Entity {id: $member})";
  const bloc = of.bloc === undefined ? "(bloc:Entity)" : "(bloc:Entity {id: $bloc})";
  return `
MATCH ${member}-[r:MEMBER_OF]->${bloc}
${on === null ? "" : "WHERE r.start <= $on AND r.end >= $on"}
RETURN r.state AS state
ORDER BY bloc.id, member.id, r.start, r.role`;
};

/** Current periods of membership, of all or of one day; by bloc, member, start, role. */
export async function memberships(
  run: RunStatement,
  of: { readonly bloc?: EntityId; readonly member?: EntityId },
  on: string | null,
): Promise<MembershipState[]> {
  const parameters = { ...of, ...(on === null ? {} : { on }) };
  const rows = await run(find(of, on), parameters);
  return rows.map((row) => readJson<MembershipState>(row, "state"));
}
