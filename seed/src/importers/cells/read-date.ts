import { parseIsoDate, type FuzzyDate } from "@entente/graph-schema";

/** Treaties and loans of which data sets tell; a year beyond is a slip of the keyboard. */
const [FIRST_YEAR, LAST_YEAR] = [1500, 2100];

export const YEAR_EXPECTED = `a year from ${FIRST_YEAR} to ${LAST_YEAR}`;
export const DATE_EXPECTED = "a date such as 2014-03-27 or 03/27/2014";

/** A year, also as spreadsheets write it ("2019.0"); null for anything else. */
export function readYear(text: string): FuzzyDate | null {
  const match = /^(\d{4})(?:\.0+)?$/u.exec(text.trim());
  const year = Number(match?.[1]);
  return match?.[1] && year >= FIRST_YEAR && year <= LAST_YEAR ? parseIsoDate(match[1]) : null;
}

/** A month as ISO. */
export const readMonth = (text: string): FuzzyDate | null =>
  /^\d{4}-\d{2}$/u.test(text.trim()) ? parseIsoDate(text.trim()) : null;

/** A day as ISO, with or without a time, or as month/day/year; the serial number of a day in a workbook. */
export function readDay(text: string): FuzzyDate | null {
  const trimmed = text.trim();
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ][\d:.Z]*)?$/u.exec(trimmed)?.[1];
  if (iso) return parseIsoDate(iso);
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(trimmed) ?? [];
  if (year && month && day) return parseIsoDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  if (!/^[1-9]\d{4}(?:\.0+)?$/u.test(trimmed)) return null;
  return parseIsoDate(new Date(Date.UTC(1899, 11, 30 + Number(trimmed))).toISOString().slice(0, 10));
}
