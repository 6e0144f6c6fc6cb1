import { formatIsoDate, type Fact, type Mention, type Value } from "@entente/graph-schema";
import type { DataSetFile, Warning } from "@entente/seed";

/** Enough to see whether a map says what was meant. */
const ROWS = 5;

/** What the first rows of a data set would state, cell by cell, without a store. */
export async function previewRows(file: DataSetFile): Promise<string[]> {
  const lines = [`${file.label}: the first ${ROWS} rows as ${file.document.title}`];
  let count = 0;
  for await (const outcome of file.rows()) {
    if (++count > ROWS) break;
    if (outcome.type === "skipped") {
      lines.push(`line ${outcome.line}: skipped`, `  ${describeWarning(outcome.reason)}`);
      continue;
    }
    const { record, mentions, facts, warnings, line } = outcome;
    lines.push(`line ${line}: ${record.row}`);
    lines.push(...facts.map((fact) => `  ${describeFact(fact, mentions)}`));
    lines.push(...warnings.map((warning) => `  ${describeWarning(warning)}`));
  }
  return lines;
}

function describeFact({ property, value, validOn, evidence }: Fact, mentions: readonly Mention[]): string {
  const on = validOn ? ` on ${formatIsoDate(validOn)}` : "";
  const from = "row" in evidence ? evidence.columns.join(", ") : "";
  return `${property}: ${describeValue(value, mentions)}${on} (from ${from})`;
}

function describeValue(value: Value, mentions: readonly Mention[]): string {
  switch (value.type) {
    case "text":
      return `"${value.text}"`;
    case "term":
      return value.term;
    case "number":
      return String(value.number);
    case "flag":
      return value.flag ? "yes" : "no";
    case "date":
      return formatIsoDate(value.date);
    case "money": {
      const { amount, currency, statedConversions = [] } = value.money;
      const stated = statedConversions.map((to) => `${to.amount} ${to.currency} ${to.prices}`);
      return [`${amount} ${currency}`, ...stated].join(" = ");
    }
    case "mention": {
      const mention = mentions.find(({ local }) => local === value.mention);
      return `${mention ? nameOf(mention) : value.mention}${value.role ? ` as ${value.role}` : ""}`;
    }
  }
}

function nameOf(mention: Mention): string {
  if ("code" in mention) return `${mention.type} ${mention.code}`;
  return "name" in mention ? `${mention.type} "${mention.name}"` : `agreement ${mention.recordId ?? ""}`;
}

const describeWarning = ({ kind, column, value, expected }: Warning): string =>
  `${kind}, column ${column}: got "${value}", expected ${expected}`;
