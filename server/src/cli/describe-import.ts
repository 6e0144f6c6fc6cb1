import type { ImportReport, WarningGroup } from "../ingest/index.ts";

/** Groups up to this size are told one by one; of larger ones only the first. */
const TOLD_IN_FULL = 20;
const TOLD_OF_MANY = 3;

const number = (count: number): string => count.toLocaleString("en");
const rows = (count: number): string => `${number(count)} ${count === 1 ? "row" : "rows"}`;

/** What an import did, for people: counts first, then what was skipped and what could not be read, by kind. */
export function describeImport(title: string, report: ImportReport): string[] {
  const { read, added, changed, unchanged, skippedRows } = report;
  const parts = [
    `${number(added)} imported`,
    `${number(changed)} changed`,
    `${number(unchanged)} unchanged`,
    `${number(skippedRows)} skipped`,
  ];
  return [
    `${title}: ${rows(read)} read, ${parts.join(", ")}`,
    ...section("Skipped:", report.skipped),
    ...section("Warnings:", report.warnings),
  ];
}

function section(heading: string, groups: readonly WarningGroup[]): string[] {
  return groups.length === 0 ? [] : [heading, ...groups.flatMap(describeGroup)];
}

function describeGroup({ kind, column, count, examples }: WarningGroup): string[] {
  const told = examples.slice(0, count > TOLD_IN_FULL ? TOLD_OF_MANY : TOLD_IN_FULL);
  const rest = count - told.length;
  return [
    `  ${kind}, column ${column}: ${rows(count)}`,
    ...told.map(
      ({ line, row, value, expected }) =>
        `    line ${line}${row ? ` (${row})` : ""}: got "${value.slice(0, 80)}", expected ${expected}`,
    ),
    ...(rest > 0 ? [`    and ${number(rest)} more; --report FILE lists each`] : []),
  ];
}
