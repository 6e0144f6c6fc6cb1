/** What makes a spreadsheet take a cell for a formula; some read the wide forms too. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

export type CsvValue = string | number | boolean | null;

function csvCell(value: CsvValue): string {
  if (value === null) return "";
  const text = String(value);
  const safe = FORMULA_START.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A line of a CSV file by RFC 4180. Text that a spreadsheet would run as a formula gets an apostrophe in front;
 * numbers, negative ones too, are left as they are.
 */
export const csvLine = (cells: readonly CsvValue[]): string => `${cells.map(csvCell).join(",")}\r\n`;
