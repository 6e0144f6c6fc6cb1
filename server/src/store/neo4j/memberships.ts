import type { EntityId, MembershipState } from "@entente/graph-schema";
import { heldAtVersion } from "./stored-version.ts";
import { readJson, type RunStatement } from "./row.ts";

interface When {
  readonly on: string | null;
  readonly version: number | null;
}

const find = (
  of: { readonly bloc?: EntityId; readonly member?: EntityId },
  { on, version }: When,
): string => {
  const member = of.member === undefined ? "(member:Entity)" : "(member:Entity {id: $member})";
  const bloc = of.bloc === undefined ? "(bloc:Entity)" : "(bloc:Entity {id: $bloc})";
  const conditions = [
    ...(version === null ? [] : [heldAtVersion("r")]),
    ...(on === null ? [] : ["r.start <= $on AND r.end >= $on"]),
  ];
  return `
MATCH ${member}-[r:${version === null ? "MEMBER_OF" : "MEMBER_OF|WAS_MEMBER_OF"}]->${bloc}
${conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`}
RETURN r.state AS state
ORDER BY bloc.id, member.id, r.start, r.role`;
};

/** Periods of membership, of all or of one day; by bloc, member, start, role. */
export async function memberships(
  run: RunStatement,
  of: { readonly bloc?: EntityId; readonly member?: EntityId },
  when: When,
): Promise<MembershipState[]> {
  const { on, version } = when;
  const parameters = {
    ...of,
    ...(on === null ? {} : { on }),
    ...(version === null ? {} : { version: BigInt(version) }),
  };
  const rows = await run(find(of, when), parameters);
  return rows.map((row) => readJson<MembershipState>(row, "state"));
}
