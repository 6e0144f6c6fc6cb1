/** Enough of the API's FuzzyDate to print it. */
export interface PrintableDate {
  readonly text: string;
  readonly precision: string;
  readonly earliest: string;
  readonly latest: string;
}

// Three letters each, so that dates line up; Intl writes "Sept" in British English.
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const month = (iso: string): string => `${MONTHS[monthOf(iso) - 1] ?? ""} ${year(iso)}`;
const day = (iso: string): string => `${Number(iso.slice(8, 10))} ${month(iso)}`;
const year = (iso: string): string => iso.slice(0, 4);
const monthOf = (iso: string): number => Number(iso.slice(5, 7));

/** What the API writes where no source dates the event itself and the publication date stands in. */
const STAND_IN = "published ";

/** The date as `formatDate`, and "reported" before one that is only the publication's. */
export function formatStated(date: PrintableDate): string {
  const text = formatDate(date);
  return date.text.startsWith(STAND_IN) ? `reported ${text.replaceAll(" ", "\u00a0")}` : text;
}

/** The date no more precise than its source: a year is "2014", never 1 January. */
export function formatDate(date: PrintableDate): string {
  const { earliest, latest } = date;
  switch (date.precision.toUpperCase()) {
    case "DAY":
      return day(earliest);
    case "WEEK":
      return `week of ${day(earliest)}`;
    case "MONTH":
      return month(earliest);
    case "QUARTER":
      return `Q${Math.ceil(monthOf(earliest) / 3)} ${year(earliest)}`;
    case "HALF":
      return `H${monthOf(earliest) <= 6 ? 1 : 2} ${year(earliest)}`;
    case "YEAR":
      return year(earliest);
    case "FISCAL_YEAR":
      return year(earliest) === year(latest)
        ? `FY ${year(latest)}`
        : `FY ${year(earliest)}/${latest.slice(2, 4)}`;
    case "DECADE":
      return `${year(earliest).slice(0, 3)}0s`;
    default:
      return month(earliest) === month(latest) ? month(earliest) : `${month(earliest)} – ${month(latest)}`;
  }
}
