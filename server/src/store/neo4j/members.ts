import type { Scope } from "../filter.ts";
import { agreementMatch, blocsOf, type AgreementMatch } from "./agreement-filter.ts";
import { readRows, readText, type Row, type RunStatement } from "./row.ts";
import { heldAtVersion } from "./stored-version.ts";

const periods = (type: string, holds: readonly string[]): string => `
MATCH (member:Entity)-[r:${type} {role: 'member'}]->(bloc:Entity)
${holds.length === 0 ? "" : `WHERE ${holds.join(" AND ")}\n`}RETURN member.id AS member, collect({bloc: bloc.id, start: r.start, end: r.end}) AS periods`;

type Periods = Readonly<Record<string, Row[]>>;

async function readPeriods(
  run: RunStatement,
  blocs: readonly string[] | null,
  version: number | null,
): Promise<Periods> {
  const asked = blocs === null ? [] : ["bloc.id IN $blocs"];
  const parameters = blocs === null ? {} : { blocs };
  const rows = await (version === null
    ? run(periods("MEMBER_OF", asked), parameters)
    : run(periods("MEMBER_OF|WAS_MEMBER_OF", [...asked, heldAtVersion("r")]), {
        ...parameters,
        version: BigInt(version),
      }));
  return Object.fromEntries(rows.map((row) => [readText(row, "member"), readRows(row, "periods")]));
}

/** Who was member of any bloc, and when. */
export const readAllPeriods = (run: RunStatement, version: number | null): Promise<Periods> =>
  readPeriods(run, null, version);

/** Who was member of the blocs that a filter asks about, and when, as its parameter `$members`. */
export async function readMembers(
  run: RunStatement,
  { filter, version }: Scope,
): Promise<{ readonly members?: Periods }> {
  const blocs = blocsOf(filter);
  return blocs.length === 0 ? {} : { members: await readPeriods(run, blocs, version) };
}

/** Cypher that binds each matching agreement to `a` once, with all its parameters. */
export async function matchAgreements(run: RunStatement, scope: Scope): Promise<AgreementMatch> {
  const { text, parameters } = agreementMatch(scope);
  return { text, parameters: { ...parameters, ...(await readMembers(run, scope)) } };
}
