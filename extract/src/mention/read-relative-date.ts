import { MONTHS, WEEKDAYS } from "../data/calendar-words.ts";
import { NUMBER_WORDS } from "../data/number-words.ts";
import {
  addDays,
  addMonths,
  type CalendarSpan,
  interval,
  monthSpan,
  onDay,
  weekdayOf,
  weekOf,
  yearSpan,
} from "./calendar.ts";
import { type DateContext, looksAhead, wordAt } from "./date-context.ts";
import { type DateReading, readAbsoluteDate } from "./read-absolute-date.ts";

const numberAt = (context: DateContext, at: number): number | null => {
  const word = wordAt(context, at);
  if (/^\d{1,3}$/u.test(word)) return Number(word);
  if (word === "a" || word === "an") return 1;
  return NUMBER_WORDS[word] ?? null;
};

const monthOf = (day: string): CalendarSpan => monthSpan(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
const yearOfDay = (day: string, shift = 0): CalendarSpan => yearSpan(Number(day.slice(0, 4)) + shift);

/** "Thursday, 9 May 2019", "Thursday (May 9)": the date beside a weekday says which one it is. */
function dateAfterWeekday(context: DateContext, at: number): DateReading | null {
  const skip = /^[,(]$/u.test(wordAt(context, at + 1)) ? 2 : 1;
  const reading = readAbsoluteDate(context, at + skip);
  return reading?.span.precision === "day" ? reading : null;
}

function weekday(context: DateContext, at: number, published: string): DateReading | null {
  const target = WEEKDAYS[wordAt(context, at)];
  if (target === undefined || !/^\p{Lu}/u.test(context.tokens[at]?.text ?? "")) return null;
  const spelledOut = dateAfterWeekday(context, at);
  if (spelledOut) return spelledOut;
  const before = wordAt(context, at - 1);
  const back = (weekdayOf(published) - target + 7) % 7;
  const ahead = before === "next" || looksAhead(context, at);
  const days = ahead
    ? (target - weekdayOf(published) + 7) % 7 || 7
    : before === "last" && back <= 1
      ? -7 - back
      : -back;
  const span = onDay(addDays(published, days));
  const joined = wordAt(context, at + 1);
  const second = WEEKDAYS[wordAt(context, at + 2)];
  if ((joined === "to" || joined === "-" || joined === "–") && second !== undefined) {
    const both = interval(span, onDay(addDays(span.earliest, (second - target + 7) % 7)));
    if (both) return { span: both, to: at + 3 };
  }
  return { span, to: at + 1 };
}

function nearDay(context: DateContext, at: number, published: string): DateReading | null {
  const word = wordAt(context, at);
  if (word === "today" || word === "tonight") return { span: onDay(published), to: at + 1 };
  if (word === "yesterday") return { span: onDay(addDays(published, -1)), to: at + 1 };
  if (word === "tomorrow") return { span: onDay(addDays(published, 1)), to: at + 1 };
  if (word === "the" && wordAt(context, at + 1) === "day" && wordAt(context, at + 2) === "before")
    return { span: onDay(addDays(published, -1)), to: at + 3 };
  if (word === "previous" && wordAt(context, at + 1) === "day")
    return { span: onDay(addDays(published, -1)), to: at + 2 };
  if (word === "weekend") {
    const saturday = addDays(published, -((weekdayOf(published) + 1) % 7 || 7));
    const span = interval(onDay(saturday), onDay(addDays(saturday, 1)));
    return span ? { span, to: at + 1 } : null;
  }
  return null;
}

const SHIFTS: Readonly<Record<string, number>> = {
  this: 0,
  last: -1,
  next: 1,
  previous: -1,
  past: -1,
  current: 0,
  coming: 1,
};

function shiftedUnit(context: DateContext, at: number, published: string): DateReading | null {
  const shift = SHIFTS[wordAt(context, at)];
  if (shift === undefined) return null;
  const unit = wordAt(context, at + 1);
  const to = at + 2;
  if (unit === "week") return { span: weekOf(addDays(published, shift * 7)), to };
  if (unit === "month") return { span: monthOf(addMonths(published, shift)), to };
  if (unit === "year" && wordAt(context, at - 1) !== "five") return { span: yearOfDay(published, shift), to };
  return null;
}

/** "in the past 12 months", "over the next five years", "two years ago", "a decade ago". */
function counted(context: DateContext, at: number, published: string): DateReading | null {
  const direction = wordAt(context, at);
  const sign = { past: -1, last: -1, previous: -1, next: 1, coming: 1 }[direction];
  if (sign !== undefined) {
    const count = numberAt(context, at + 1);
    const unit = wordAt(context, at + 2).replace(/s$/u, "");
    const edge = count === null ? null : shiftBy(published, unit, sign * count);
    const now = unit === "year" ? yearOfDay(published) : monthOf(published);
    const span = edge && (sign > 0 ? interval(now, edge) : interval(edge, now));
    return span ? { span, to: at + 3 } : null;
  }
  const count = numberAt(context, at);
  const unit = wordAt(context, at + 1).replace(/s$/u, "");
  if (count === null || wordAt(context, at + 2) !== "ago") return null;
  const span = unit === "decade" ? yearOfDay(published, -10 * count) : shiftBy(published, unit, -count);
  return span ? { span, to: at + 3 } : null;
}

function shiftBy(published: string, unit: string, count: number): CalendarSpan | null {
  if (unit === "year") return yearOfDay(published, count);
  if (unit === "month") return monthOf(addMonths(published, count));
  if (unit === "week") return weekOf(addDays(published, 7 * count));
  return unit === "day" ? onDay(addDays(published, count)) : null;
}

/** "by the year-end", "the end of the year". */
function yearEnd(context: DateContext, at: number, published: string): DateReading | null {
  const joined = [0, 1, 2].map((offset) => wordAt(context, at + offset)).join("");
  return joined === "year-end" ? { span: yearOfDay(published), to: at + 3 } : null;
}

/** Reads a date that only the day of publication makes definite, at token `at`. */
export function readRelativeDate(context: DateContext, at: number): DateReading | null {
  const { published } = context;
  if (!published || MONTHS[wordAt(context, at)] !== undefined) return null;
  return (
    nearDay(context, at, published) ??
    weekday(context, at, published) ??
    counted(context, at, published) ??
    shiftedUnit(context, at, published) ??
    yearEnd(context, at, published)
  );
}
