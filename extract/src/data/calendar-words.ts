/** Month names and abbreviations → 1–12. */
export const MONTHS: Readonly<Record<string, number>> = {
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

/** Weekday names → 0 (Sunday) to 6. Abbreviations are too often other words ("Sun", "sat", "Mon State"). */
export const WEEKDAYS: Readonly<Record<string, number>> = {
  sunday: 0,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
};

export const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, last: 4, final: 4 };

/** Month in which a season of the northern hemisphere begins. */
export const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };

/** Words before a bare month that make it a date: "in March", "since May". */
export const MONTH_INTRODUCERS: ReadonlySet<string> = new Set(
  "in since until till by from early late mid last next this during through of earlier before after between".split(" "),
);

/** Words before a bare four-digit number that make it a year. */
export const YEAR_INTRODUCERS: ReadonlySet<string> = new Set(
  "in since until till by from during through early late mid before after year the of for our its a and to 's of around circa between throughout".split(" "),
);
