import type { MembershipRow } from "../rows.ts";

/** Members that joined on one date and are members still; ISO3 codes or acronyms separated by spaces. */
export const since = (from: string, members: string): MembershipRow[] =>
  members.split(" ").map((member) => ({ member, role: "member", from }));

/** One period with both ends. */
export const during = (from: string, to: string, members: string): MembershipRow[] =>
  members.split(" ").map((member) => ({ member, role: "member", from, to }));

/** The same periods in another role. */
export const as = (role: MembershipRow["role"], rows: readonly MembershipRow[]): MembershipRow[] =>
  rows.map((row) => ({ ...row, role }));
