import type { Scope } from "../filter.ts";
import { agreementMatch, blocsOf, type AgreementMatch } from "./agreement-filter.ts";
import { readRows, readText, type Row, type RunStatement } from "./row.ts";
import { heldAtVersion } from "./stored-version.ts";

const periods = (type: string, holds: string): string => `
MATCH (member:Entity)-[r:${type} {role: 'member'}]->(bloc:Entity)
WHERE bloc.id IN $blocs${holds}
RETURN member.id AS member, collect({bloc: bloc.id, start: r.start, end: r.end}) AS periods`;
const CURRENT = periods("MEMBER_OF", "");
const AT_VERSION = periods("MEMBER_OF|WAS_MEMBER_OF", ` AND ${heldAtVersion("r")}`);

/** Who was member of the blocs that a filter asks about, and when, as its parameter `$members`. */
export async function readMembers(
  run: RunStatement,
  { filter, version }: Scope,
): Promise<{ readonly members?: Readonly<Record<string, Row[]>> }> {
  const blocs = blocsOf(filter);
  if (blocs.length === 0) return {};
  const rows = await (version === null
    ? run(CURRENT, { blocs })
    : run(AT_VERSION, { blocs, version: BigInt(version) }));
  return {
    members: Object.fromEntries(rows.map((row) => [readText(row, "member"), readRows(row, "periods")])),
  };
}

/** Cypher that binds each matching agreement to `a` once, with all its parameters. */
export async function matchAgreements(run: RunStatement, scope: Scope): Promise<AgreementMatch> {
  const { text, parameters } = agreementMatch(scope);
  return { text, parameters: { ...parameters, ...(await readMembers(run, scope)) } };
}
