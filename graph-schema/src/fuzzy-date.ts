import { z } from "zod";
import { DATE_PRECISIONS } from "./ontology/vocabularies.ts";

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a real calendar day written YYYY-MM-DD: 2015-02-29 and 2015-13-01 are not. */
export function isCalendarDay(text: string): boolean {
  const match = ISO_DAY.exec(text);
  if (!match) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

export const calendarDay = z.string().refine(isCalendarDay, {
  error: ({ input }) => `got "${String(input)}", expected a calendar day YYYY-MM-DD`,
});

/** A date as precise as its source; filters overlap `earliest..latest`, sorting uses `earliest`. */
export const fuzzyDateSchema = z
  .strictObject({
    text: z.string(),
    precision: z.enum(DATE_PRECISIONS),
    earliest: calendarDay,
    latest: calendarDay,
  })
  .readonly()
  .refine((date) => date.earliest <= date.latest, {
    error: ({ input }) => `got ${JSON.stringify(input)}, expected earliest on or before latest`,
  });
export type FuzzyDate = z.infer<typeof fuzzyDateSchema>;

const lastDayOfMonth = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/**
 * Reads "2015", "2015-03" or "2015-03-27"; `text` is kept as the date's own words (default: the ISO text).
 * Returns null for anything else, an impossible day included.
 */
export function parseIsoDate(iso: string, text: string = iso): FuzzyDate | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (!match) return null;
  const [, year, month, day] = match;
  if (day) return isCalendarDay(iso) ? { text, precision: "day", earliest: iso, latest: iso } : null;
  if (month) {
    if (Number(month) < 1 || Number(month) > 12) return null;
    return {
      text,
      precision: "month",
      earliest: `${iso}-01`,
      latest: lastDayOfMonth(Number(year), Number(month)),
    };
  }
  return { text, precision: "year", earliest: `${iso}-01-01`, latest: `${iso}-12-31` };
}

/** ISO text at the date's own precision: a month is "2015-03", a year "2015", an interval "a/b". */
export function formatIsoDate(date: FuzzyDate): string {
  if (date.precision === "day") return date.earliest;
  if (date.precision === "month") return date.earliest.slice(0, 7);
  if (date.precision === "year") return date.earliest.slice(0, 4);
  return `${date.earliest}/${date.latest}`;
}

/** True when the two spans share at least one day. */
export function datesOverlap(a: FuzzyDate, b: FuzzyDate): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest;
}
