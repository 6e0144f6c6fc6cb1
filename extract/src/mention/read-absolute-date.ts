import { MONTH_INTRODUCERS, MONTHS, ORDINALS, SEASONS, YEAR_INTRODUCERS } from "../data/calendar-words.ts";
import { type CalendarSpan, daySpan, interval, monthSpan, partOfYear, yearSpan } from "./calendar.ts";
import { type DateContext, looksAhead, wordAt } from "./date-context.ts";

/** A date phrase read from a token: its span of days and where it ends. */
export interface DateReading {
  readonly span: CalendarSpan;
  readonly to: number;
}

const YEAR = /^(?:1[6-9]\d\d|20\d\d)$/u;
const yearOf = (context: DateContext, at: number): number | null => {
  const text = context.tokens[at]?.text ?? "";
  return YEAR.test(text) ? Number(text) : null;
};

/** Day of month with its ending, at `at`: "14", "14th", "14 th" → value and width. */
function dayOf(context: DateContext, at: number): { day: number; to: number } | null {
  const text = context.tokens[at]?.text ?? "";
  if (!/^\d{1,2}$/u.test(text)) return null;
  const day = Number(text);
  if (day < 1 || day > 31) return null;
  return { day, to: /^(?:st|nd|rd|th)$/u.test(wordAt(context, at + 1)) ? at + 2 : at + 1 };
}

/** The later day of "11-13" and "11 to 13", after the earlier one. */
function lastDay(
  context: DateContext,
  first: { day: number; to: number },
): { day: number; to: number } | null {
  if (!/^(?:-|–|to)$/u.test(wordAt(context, first.to))) return null;
  const last = dayOf(context, first.to + 1);
  return last && last.day > first.day ? last : null;
}

/** One day of a month, or the days from one to another. */
function daysOf(
  year: number,
  month: number,
  days: { from: number; to: number | undefined },
): CalendarSpan | null {
  const first = daySpan(year, month, days.from);
  const last = days.to === undefined ? null : daySpan(year, month, days.to);
  return first && last ? interval(first, last) : first;
}

/** The year that a date without one means: the newest that is not ahead, or the next one after "will". */
function guessYear(context: DateContext, month: number, at: number): number | null {
  if (!context.published) return null;
  const year = Number(context.published.slice(0, 4));
  const publishedMonth = Number(context.published.slice(5, 7));
  const ahead = looksAhead(context, at);
  if (ahead) return month < publishedMonth ? year + 1 : year;
  return month > publishedMonth ? year - 1 : year;
}

/** Year after a month or day: ", 2015", "2015", "this year", "last year", "of 2015". */
function trailingYear(context: DateContext, at: number): { year: number; to: number } | null {
  const skip = /^(?:,|of|in)$/u.test(wordAt(context, at)) ? 1 : 0;
  const year = yearOf(context, at + skip);
  if (year !== null) return { year, to: at + skip + 1 };
  const base = Number(context.published?.slice(0, 4) ?? Number.NaN);
  const shift = { this: 0, last: -1, next: 1 }[wordAt(context, at)];
  if (shift !== undefined && wordAt(context, at + 1) === "year" && !Number.isNaN(base))
    return { year: base + shift, to: at + 2 };
  return null;
}

function withMonthFirst(context: DateContext, at: number, month: number): DateReading | null {
  const next = context.tokens[at + 1]?.text === "." && wordAt(context, at).length <= 4 ? at + 2 : at + 1;
  const day = dayOf(context, next);
  if (day) {
    const until = lastDay(context, day);
    const year = trailingYear(context, until?.to ?? day.to);
    const guessed = year?.year ?? guessYear(context, month, at);
    const span = guessed === null ? null : daysOf(guessed, month, { from: day.day, to: until?.day });
    return span ? { span, to: year?.to ?? until?.to ?? day.to } : null;
  }
  const year = trailingYear(context, next);
  if (year) return { span: monthSpan(year.year, month), to: year.to };
  const capital = /^\p{Lu}/u.test(context.tokens[at]?.text ?? "");
  const before = wordAt(context, at - 1);
  if (!capital || !MONTH_INTRODUCERS.has(before)) return null;
  const guessed = before === "last" ? lastYearOf(context, month) : guessYear(context, month, at);
  return guessed === null
    ? null
    : {
        span: monthSpan(guessed, month),
        to: next === at + 2 && context.tokens[next] === undefined ? at + 1 : at + 1,
      };
}

/** "last December", written in December, is the year before. */
function lastYearOf(context: DateContext, month: number): number | null {
  if (!context.published) return null;
  const year = Number(context.published.slice(0, 4));
  return month >= Number(context.published.slice(5, 7)) ? year - 1 : year;
}

function withDayFirst(context: DateContext, at: number): DateReading | null {
  const first = dayOf(context, at);
  if (!first) return null;
  const until = lastDay(context, first);
  const day = until ?? first;
  const joint = /^(?:of|-)$/u.test(wordAt(context, day.to)) ? 1 : 0;
  const month = MONTHS[wordAt(context, day.to + joint)];
  if (!month || !/^\p{Lu}/u.test(context.tokens[day.to + joint]?.text ?? "")) return null;
  const end = day.to + joint + 1;
  const dot = context.tokens[end]?.text === "." && wordAt(context, end - 1).length <= 4 ? 1 : 0;
  const dash = joint === 1 && wordAt(context, end) === "-" ? 1 : 0;
  const year = trailingYear(context, end + dot + dash);
  const guessed = year?.year ?? guessYear(context, month, at);
  const span = guessed === null ? null : daysOf(guessed, month, { from: first.day, to: until?.day });
  return span ? { span, to: year?.to ?? end } : null;
}

/** 27.03.2015, 27/03/2015, 2015/3/27, 2015-03-27: tokens joined without spaces. */
function numeric(context: DateContext, at: number): DateReading | null {
  const first = context.tokens[at];
  if (!first || !/^\d/u.test(first.text)) return null;
  let to = at;
  let text = "";
  while (
    to < at + 5 &&
    context.tokens[to] &&
    (to === at || context.tokens[to]?.start === context.tokens[to - 1]?.end)
  )
    text += context.tokens[to++]?.text ?? "";
  const dayFirst = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})/u.exec(text);
  const yearFirst = /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?!\d)/u.exec(text);
  const [, a, , b, c] = dayFirst ?? yearFirst ?? [];
  if (a === undefined || b === undefined || c === undefined) return null;
  const span = dayFirst ? daySpan(Number(c), Number(b), Number(a)) : daySpan(Number(a), Number(b), Number(c));
  const width = (dayFirst ?? yearFirst)?.[0].length ?? 0;
  let end = at;
  while (end < to && (context.tokens[end]?.start ?? 0) < first.start + width) end += 1;
  return span ? { span, to: end } : null;
}

/** "Q3 2020", "Q1 of 2021". */
function namedQuarter(context: DateContext, at: number): DateReading | null {
  const quarter = wordAt(context, at) === "q" ? wordAt(context, at + 1) : "";
  const year = /^[1-4]$/u.test(quarter) ? trailingYear(context, at + 2) : null;
  return year ? { span: partOfYear(year.year, Number(quarter), 3), to: year.to } : null;
}

/** Quarters, halves, fiscal years and seasons: "the first quarter of 2016", "fiscal year 2016-17". */
function partsOfYears(context: DateContext, at: number): DateReading | null {
  const ordinal = ORDINALS[wordAt(context, at)];
  const unit = wordAt(context, at + 1);
  if (ordinal !== undefined && (unit === "quarter" || unit === "half")) {
    const year = trailingYear(context, at + 2);
    const part =
      year && ordinal <= (unit === "half" ? 2 : 4)
        ? partOfYear(year.year, ordinal, unit === "half" ? 6 : 3)
        : null;
    return part && year ? { span: part, to: year.to } : null;
  }
  const fiscal =
    wordAt(context, at) === "fiscal" && wordAt(context, at + 1) === "year"
      ? at + 2
      : wordAt(context, at) === "fy"
        ? at + 1
        : 0;
  const year = fiscal ? yearOf(context, fiscal) : null;
  if (year !== null) {
    const split = context.tokens[fiscal + 1]?.text === "-" || context.tokens[fiscal + 1]?.text === "/";
    const span = {
      ...yearSpan(year),
      precision: "fiscal-year" as const,
      latest: `${year + (split ? 1 : 0)}-12-31`,
      iso: `FY${year}`,
    };
    return { span, to: split ? fiscal + 3 : fiscal + 1 };
  }
  const season = SEASONS[wordAt(context, at)];
  const inYear = season ? trailingYear(context, at + 1) : null;
  return season && inYear ? { span: monthSpan(inYear.year, season), to: inYear.to } : null;
}

function bareYear(context: DateContext, at: number): DateReading | null {
  const year = yearOf(context, at);
  if (year === null) return null;
  const hyphen = wordAt(context, at - 1) === "-" && /^(?:mid|early|late|end)$/u.test(wordAt(context, at - 2));
  const before = wordAt(context, at - (hyphen ? 2 : 1));
  const next = context.tokens[at + 1];
  const dash = next?.text === "-" || next?.text === "–";
  const second =
    dash || (before === "between" && next?.lower === "and") || next?.lower === "to"
      ? yearOf(context, at + 2)
      : null;
  if (second !== null && second > year) {
    const span = interval(yearSpan(year), yearSpan(second));
    return span ? { span, to: at + 3 } : null;
  }
  if (next?.lower === "s" || (next?.lower === "'s" && year % 10 === 0)) return null;
  const introduced =
    YEAR_INTRODUCERS.has(before) || before === "(" || before === "[" || MONTHS[before] !== undefined;
  if (!introduced) return null;
  if (
    /^(?:dollars|euros|yuan|prices|megawatts|troops|people|tons|tonnes|workers|jobs|companies|years|days|kilometers|miles|students|vehicles)$/u.test(
      next?.lower ?? "",
    )
  )
    return null;
  return { span: yearSpan(year), to: at + 1 };
}

function decade(context: DateContext, at: number): DateReading | null {
  const text = context.tokens[at]?.text ?? "";
  const next = context.tokens[at + 1];
  if (
    !/^(?:1[6-9]|20)\d0$/u.test(text) ||
    !next ||
    !/^(?:s|['’]s)$/u.test(next.text) ||
    next.start !== context.tokens[at]?.end
  )
    return null;
  const year = Number(text);
  return {
    span: {
      precision: "decade",
      earliest: `${year}-01-01`,
      latest: `${year + 9}-12-31`,
      iso: `${text.slice(0, 3)}X`,
    },
    to: at + 2,
  };
}

/** Reads a date that names its month or year, at token `at`. */
export function readAbsoluteDate(context: DateContext, at: number): DateReading | null {
  const month = MONTHS[wordAt(context, at)];
  if (month) return withMonthFirst(context, at, month);
  return (
    numeric(context, at) ??
    withDayFirst(context, at) ??
    namedQuarter(context, at) ??
    partsOfYears(context, at) ??
    decade(context, at) ??
    bareYear(context, at)
  );
}
