import type { DatePrecision } from "@entente/graph-schema";

/** A resolved date before it is tied to its words: span of days, precision and compact form. */
export interface CalendarSpan {
  readonly precision: DatePrecision;
  readonly earliest: string;
  readonly latest: string;
  readonly iso: string;
}

const DAY_MS = 86_400_000;
const pad = (value: number) => String(value).padStart(2, "0");
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const time = (day: string) => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: string, days: number): string => iso(time(day) + days * DAY_MS);
export const weekdayOf = (day: string): number => new Date(time(day)).getUTCDay();

/** First of the month that lies `months` after that of `day`. */
export function addMonths(day: string, months: number): string {
  const date = new Date(time(day));
  return iso(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
}

export function daySpan(year: number, month: number, day: number): CalendarSpan | null {
  const text = `${year}-${pad(month)}-${pad(day)}`;
  const real = !Number.isNaN(time(text)) && iso(time(text)) === text;
  return real ? onDay(text) : null;
}

export const onDay = (day: string): CalendarSpan => ({
  precision: "day",
  earliest: day,
  latest: day,
  iso: day,
});

export function monthSpan(year: number, month: number): CalendarSpan {
  const name = `${year}-${pad(month)}`;
  return { precision: "month", earliest: `${name}-01`, latest: iso(Date.UTC(year, month, 0)), iso: name };
}

export const yearSpan = (year: number): CalendarSpan => ({
  precision: "year",
  earliest: `${year}-01-01`,
  latest: `${year}-12-31`,
  iso: String(year),
});

/** Quarter 1–4 or half 1–2 of a year. */
export function partOfYear(year: number, part: number, months: 3 | 6): CalendarSpan {
  const first = (part - 1) * months + 1;
  return {
    precision: months === 3 ? "quarter" : "half",
    earliest: monthSpan(year, first).earliest,
    latest: monthSpan(year, first + months - 1).latest,
    iso: `${year}-${months === 3 ? "Q" : "H"}${part}`,
  };
}

/** ISO week (Monday to Sunday) that holds `day`. */
export function weekOf(day: string): CalendarSpan {
  const monday = addDays(day, -((weekdayOf(day) + 6) % 7));
  const thursday = addDays(monday, 3);
  const year = Number(thursday.slice(0, 4));
  const week = Math.floor((time(thursday) - time(`${year}-01-01`)) / DAY_MS / 7) + 1;
  return { precision: "week", earliest: monday, latest: addDays(monday, 6), iso: `${year}-W${pad(week)}` };
}

/** From the start of one span to the end of another, both at their own precision. */
export function interval(from: CalendarSpan, to: CalendarSpan): CalendarSpan | null {
  if (from.earliest > to.latest) return null;
  return { precision: "interval", earliest: from.earliest, latest: to.latest, iso: `${from.iso}/${to.iso}` };
}
