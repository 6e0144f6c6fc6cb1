import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenise } from "../tokenise/tokenise.ts";
import { addDays, weekdayOf } from "./calendar.ts";
import { findDates } from "./find-dates.ts";

const RUNS = { seed: 20_261_127, numRuns: 120 };
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const pad = (value: number) => String(value).padStart(2, "0");

/** Compact forms of the dates of a sentence. */
const readAll = (sentence: string, published = "2024-05-15") => {
  const doc = tokenise({ text: sentence, published });
  return findDates(doc.tokens, doc.published).map(({ iso }) => iso);
};

/** A day between 1951 and 2049 as YYYY-MM-DD. */
const day = fc
  .date({ min: new Date("1951-01-01"), max: new Date("2049-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const parts = (iso: string) => {
  const [year = 0, month = 1, date = 1] = iso.split("-").map(Number);
  return { year, month, date, name: MONTHS[month - 1] ?? "" };
};
const ordinal = (date: number) => {
  const ending = { 1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st" }[date] ?? "th";
  return `${date}${ending}`;
};

describe("dates that were formatted are read back", () => {
  const styles: readonly ((iso: string) => string)[] = [
    (iso) => (({ year, date, name }) => `${name} ${date}, ${year}`)(parts(iso)),
    (iso) => (({ year, date, name }) => `${date} ${name} ${year}`)(parts(iso)),
    (iso) => (({ year, date, name }) => `${name} ${ordinal(date)}, ${year}`)(parts(iso)),
    (iso) => (({ year, date, name }) => `the ${ordinal(date)} of ${name} ${year}`)(parts(iso)),
    (iso) => (({ year, date, name }) => `${name.slice(0, 3)}. ${date}, ${year}`)(parts(iso)),
    (iso) => (({ year, date, name }) => `${date}-${name.slice(0, 3)}-${year}`)(parts(iso)),
    (iso) => iso,
    (iso) => (({ year, month, date }) => `${pad(date)}.${pad(month)}.${year}`)(parts(iso)),
    (iso) => (({ year, month, date }) => `${year}/${month}/${date}`)(parts(iso)),
    (iso) =>
      `${WEEKDAYS[weekdayOf(iso)]}, ${(({ year, date, name }) => `${name} ${date}, ${year}`)(parts(iso))}`,
  ];

  it("to the day, in every style", () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...styles), (iso, style) => {
        expect(readAll(`The two ministers signed the loan on ${style(iso)} in the capital.`)).toEqual([iso]);
      }),
      RUNS,
    );
  });

  it("to the month and the year", () => {
    fc.assert(
      fc.property(day, (iso) => {
        const { year, month, name } = parts(iso);
        expect(readAll(`The loan was signed in ${name} ${year}.`)).toEqual([`${year}-${pad(month)}`]);
        expect(readAll(`The loan was signed in ${name}, ${year}.`)).toEqual([`${year}-${pad(month)}`]);
        expect(readAll(`The loan was signed in ${year}.`)).toEqual([`${year}`]);
      }),
      RUNS,
    );
  });

  it("to the quarter and the half", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2049 }), fc.integer({ min: 1, max: 4 }), (year, quarter) => {
        const words = ["first", "second", "third", "fourth"];
        expect(readAll(`Trade grew in the ${words[quarter - 1]} quarter of ${year}.`)).toEqual([
          `${year}-Q${quarter}`,
        ]);
        expect(readAll(`Trade grew in Q${quarter} ${year}.`)).toEqual([`${year}-Q${quarter}`]);
      }),
      RUNS,
    );
  });

  it("as a span of days within one month", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 5 }), (iso, more) => {
        const { year, month, date, name } = parts(iso);
        fc.pre(date + more <= 28);
        const span = [`${year}-${pad(month)}-${pad(date)}`, `${year}-${pad(month)}-${pad(date + more)}`].join(
          "/",
        );
        expect(readAll(`The forum was held on ${name} ${date}-${date + more}, ${year}.`)).toEqual([span]);
        expect(readAll(`The forum was held on ${date}-${date + more} ${name} ${year}.`)).toEqual([span]);
      }),
      RUNS,
    );
  });
});

describe("dates that only the day of publication makes definite", () => {
  it("are weekdays of the seven days up to publication, or after it when the words look ahead", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 6 }), (published, back) => {
        const past = addDays(published, -back);
        expect(readAll(`They signed the loan on ${WEEKDAYS[weekdayOf(past)]}.`, published)).toEqual([past]);
        const next = addDays(published, back === 0 ? 7 : back);
        expect(readAll(`They will sign the loan on ${WEEKDAYS[weekdayOf(next)]}.`, published)).toEqual([
          next,
        ]);
      }),
      RUNS,
    );
  });

  it("take the newest month of that name that is not ahead", () => {
    fc.assert(
      fc.property(day, day, (published, told) => {
        const { month, date, name } = parts(told);
        fc.pre(!(month === 2 && date === 29));
        const year = Number(published.slice(0, 4));
        const guessed = month <= Number(published.slice(5, 7)) ? year : year - 1;
        const expected = `${guessed}-${pad(month)}-${pad(date)}`;
        expect(readAll(`They signed the loan on ${name} ${date}.`, published)).toEqual([expected]);
      }),
      RUNS,
    );
  });

  it.each([
    ["signed on the sidelines of the summit two days ago", "2024-05-13"],
    ["signed three weeks ago", "2024-W17"],
    ["signed two months ago", "2024-03"],
    ["signed last Friday", "2024-05-10"],
    ["signed this Monday", "2024-05-13"],
    ["will be signed next Tuesday", "2024-05-21"],
    ["signed earlier this month", "2024-05"],
    ["signed late last year", "2023"],
    ["signed on Thursday (May 9)", "2024-05-09"],
    ["signed in the last quarter of 2023", "2023-Q4"],
    ["signed in mid-2023", "2023"],
    ["signed at the end of 2023", "2023"],
  ])("%s is %s", (phrase, iso) => {
    expect(readAll(`The loan was ${phrase}.`)).toEqual([iso]);
  });
});
