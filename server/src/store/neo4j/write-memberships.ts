import type { MembershipState } from "@entente/graph-schema";
import { membershipDays } from "../membership-keys.ts";
import { byKey, writeInBatches } from "./batches.ts";
import type { Parameters, RunStatement } from "./row.ts";
import { nameEntities } from "./write-states.ts";

export interface KnownMembership {
  readonly membership: MembershipState;
  readonly knownFrom: number;
  readonly knownTo: number | null;
}

const CLOSE = `
UNWIND $rows AS row
MATCH (member:Entity {id: row.member})-[current:MEMBER_OF]->(bloc:Entity {id: row.bloc})
CREATE (member)-[former:WAS_MEMBER_OF]->(bloc)
SET former = properties(current), former.knownTo = $version
DELETE current`;
const write = (type: "MEMBER_OF" | "WAS_MEMBER_OF"): string => `
UNWIND $rows AS row
MATCH (member:Entity {id: row.member})
MATCH (bloc:Entity {id: row.bloc})
CREATE (member)-[r:${type}]->(bloc)
SET r = row.properties`;

const properties = ({ membership, knownFrom, knownTo }: KnownMembership): Parameters => ({
  role: membership.role,
  from: membership.from?.text ?? null,
  to: membership.to?.text ?? null,
  ...membershipDays(membership),
  knownFrom: BigInt(knownFrom),
  knownTo: knownTo === null ? null : BigInt(knownTo),
  state: JSON.stringify(membership),
});

/** Ends what was known of each (bloc, member) named here, so that new periods take its place. */
export async function closeMemberships(
  run: RunStatement,
  closed: { readonly memberships: readonly MembershipState[]; readonly version: number },
): Promise<void> {
  const pairs = new Map(
    closed.memberships.map(({ bloc, member }) => [`${bloc} ${member}`, { bloc, member }] as const),
  );
  const rows = byKey([...pairs.values()], ({ bloc, member }) => `${bloc} ${member}`);
  await writeInBatches(run, CLOSE, { rows, parameters: { version: BigInt(closed.version) } });
}

export async function writeMemberships(
  run: RunStatement,
  memberships: readonly KnownMembership[],
): Promise<void> {
  const rowOf = (known: KnownMembership) => ({
    bloc: known.membership.bloc,
    member: known.membership.member,
    properties: properties(known),
  });
  await nameEntities(
    run,
    memberships.flatMap(({ membership: { bloc, member } }) => [bloc, member]),
  );
  const sorted = byKey(memberships, ({ membership: { bloc, member } }) => `${bloc} ${member}`);
  const current = sorted.filter(({ knownTo }) => knownTo === null);
  const former = sorted.filter(({ knownTo }) => knownTo !== null);
  await writeInBatches(run, write("MEMBER_OF"), { rows: current.map(rowOf) });
  await writeInBatches(run, write("WAS_MEMBER_OF"), { rows: former.map(rowOf) });
}
