import type { AgreementFilter, Scope } from "../filter.ts";
import { listValue, type SqlValue } from "./connection.ts";
import { holdsAt, type Condition } from "./versions.ts";

const LIST = "(SELECT value FROM json_each(?))";
export const NO_VIA = " AND r.via = ''";

/** A member of a bloc (role member) on a day of the agreement's span; undated agreements never match. */
const MEMBER_ON_THE_DAY =
  "m.role = 'member' AND s.undated = 0 AND m.start_day <= s.latest AND m.end_day >= s.earliest";

const EXISTENCE = { accepted: "s.accepted", proposed: "s.proposed", disputed: "s.disputed" } as const;

/** Agreements (rows `s` of agreement_state) in scope, at its version. */
export function scopeCondition({ filter, version }: Scope): Condition {
  return allOf([holdsAt("s", version), filterCondition(filter, version)]);
}

/** The filter over rows `s` of agreement_state; memberships are those that the version knew. */
export function filterCondition(filter: AgreementFilter, version: number | null): Condition {
  return allOf([
    ...columnConditions(filter),
    ...partyConditions(filter, version),
    ...(filter.and ?? []).map((inner) => filterCondition(inner, version)),
    ...(filter.or ? [anyOf(filter.or.map((inner) => filterCondition(inner, version)))] : []),
    ...(filter.not ? [not(filterCondition(filter.not, version))] : []),
  ]);
}

function columnConditions(filter: AgreementFilter): Condition[] {
  const { date, value } = filter;
  return [
    ...inList("s.id", filter.ids),
    ...inList("s.kind", filter.kinds),
    ...inList("s.status", filter.statuses),
    ...child("agreement_sector", "sector", filter.sectors),
    ...child("agreement_document", "document", filter.documents),
    ...(filter.binding === undefined ? [] : [where("s.binding = ?", filter.binding ? 1 : 0)]),
    ...(date ? [where("s.undated = 0")] : []),
    ...(date?.to === undefined ? [] : [where("s.earliest <= ?", date.to)]),
    ...(date?.from === undefined ? [] : [where("s.latest >= ?", date.from)]),
    ...(value ? [where("s.unvalued = 0")] : []),
    ...(value?.minCents === undefined ? [] : [where("s.usd_cents >= ?", BigInt(value.minCents))]),
    ...(value?.maxCents === undefined ? [] : [where("s.usd_cents <= ?", BigInt(value.maxCents))]),
    ...(filter.hasValue === undefined ? [] : [where("s.unvalued = ?", filter.hasValue ? 0 : 1)]),
    ...(filter.words ?? []).map((word) => where("instr(s.name_text, ?) > 0", ` ${word}`)),
    ...existence(filter),
  ];
}

function partyConditions(filter: AgreementFilter, version: number | null): Condition[] {
  const via = filter.viaOrganizations ? "" : NO_VIA;
  const reach = (parties: readonly string[]): Condition =>
    where(
      `s.key IN (SELECT r.key FROM agreement_reach r WHERE r.party IN ${LIST}${via})`,
      listValue(parties),
    );
  return [
    ...(filter.partiesAny ? [reach(filter.partiesAny)] : []),
    ...(filter.partiesAll ?? []).map((party) => reach([party])),
    ...(filter.membersOf ? [membersOf(filter.membersOf, via, version)] : []),
    ...(filter.betweenBlocs ? [betweenBlocs(filter.betweenBlocs, via, version)] : []),
  ];
}

function membersOf(blocs: readonly string[], via: string, version: number | null): Condition {
  const held = holdsAt("m", version);
  return {
    sql: `EXISTS (SELECT 1 FROM agreement_reach r JOIN membership m ON m.member = r.party AND m.bloc IN ${LIST} AND ${held.sql}
      WHERE r.key = s.key${via} AND ${MEMBER_ON_THE_DAY})`,
    values: [listValue(blocs), ...held.values],
  };
}

/** A member of the first bloc and another party that is a member of the second. */
function betweenBlocs(blocs: readonly [string, string], via: string, version: number | null): Condition {
  const held = holdsAt("m", version);
  const member = `SELECT r.party FROM agreement_reach r JOIN membership m ON m.member = r.party AND m.bloc = ? AND ${held.sql}
    WHERE r.key = s.key${via} AND ${MEMBER_ON_THE_DAY}`;
  const [first, second] = blocs;
  return {
    sql: `EXISTS (SELECT 1 FROM (${member}) one, (${member}) other WHERE one.party <> other.party)`,
    values: [first, ...held.values, second, ...held.values],
  };
}

/** One live claim must pass both: the best confidence of an asked review status reaches the minimum. */
function existence({ review, minConfidence }: AgreementFilter): Condition[] {
  if (review === undefined && minConfidence === undefined) return [];
  const asked = (Object.keys(EXISTENCE) as (keyof typeof EXISTENCE)[]).filter(
    (status) => review?.includes(status) ?? true,
  );
  const least = minConfidence ?? 0;
  return [
    anyOf(asked.map((status) => where(`${EXISTENCE[status]} > 0 AND ${EXISTENCE[status]} >= ?`, least))),
  ];
}

const where = (sql: string, ...values: SqlValue[]): Condition => ({ sql, values });

const inList = (column: string, list: readonly string[] | undefined): Condition[] =>
  list ? [where(`${column} IN ${LIST}`, listValue(list))] : [];

const child = (table: string, column: string, list: readonly string[] | undefined): Condition[] =>
  list
    ? [where(`s.key IN (SELECT c.key FROM ${table} c WHERE c.${column} IN ${LIST})`, listValue(list))]
    : [];

const join = (conditions: readonly Condition[], by: "AND" | "OR"): Condition => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(` ${by} `),
  values: conditions.flatMap(({ values }) => values),
});

export const allOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? where("1 = 1") : join(conditions, "AND");

/** None of nothing holds. */
export const anyOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? where("1 = 0") : join(conditions, "OR");

const not = ({ sql, values }: Condition): Condition => ({ sql: `NOT (${sql})`, values });
