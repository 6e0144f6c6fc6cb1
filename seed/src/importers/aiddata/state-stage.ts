import type { AgreementStatus, FuzzyDate } from "@entente/graph-schema";
import { DATE_EXPECTED, readDay, readYear, YEAR_EXPECTED } from "../cells/read-date.ts";
import type { Cell, RowFacts } from "../row-facts.ts";
import type { Columns } from "./layouts.ts";

/** The source says that no publication gives the year of the commitment: about as good as a guess between two. */
const UNCERTAIN = 0.6;

export const isYes = (cell: Cell | undefined): boolean =>
  cell !== undefined && /^(1|yes|true)$/iu.test(cell.text);

interface Commitment {
  readonly on: FuzzyDate | null;
  readonly columns: readonly string[];
  readonly confidence: number;
}

/** The day of the commitment where the source knows it, else its year. */
function readCommitment({ cell, warn }: RowFacts, columns: Columns): Commitment {
  const named = cell(columns.year);
  const year = named ? readYear(named.text) : null;
  if (named && !year) warn("unreadable year", named, YEAR_EXPECTED);
  const dated = isYes(cell(columns.dateEstimated)) ? undefined : cell(columns.date);
  const day = dated ? readDay(dated.text) : null;
  if (dated && !day) warn("unreadable date", dated, DATE_EXPECTED);
  if (dated && day && (!year || day.earliest.startsWith(year.text))) {
    return { on: day, columns: [dated.column], confidence: 1 };
  }
  const doubt = cell(columns.yearUncertain);
  const isUncertain = isYes(doubt);
  return {
    on: year && isUncertain ? { ...year, text: `${year.text} (uncertain)` } : year,
    columns: [columns.year, ...(isUncertain && doubt ? [doubt.column] : [])],
    confidence: isUncertain ? UNCERTAIN : 1,
  };
}

/** When the work began or ended, for the stages that have such a day. */
function readReached(facts: RowFacts, columns: Columns, status: AgreementStatus): Cell | undefined {
  const { cell } = facts;
  if (status === "in-force") return cell(columns.start) ?? cell(columns.startYear);
  return status === "completed" ? (cell(columns.end) ?? cell(columns.endYear)) : undefined;
}

/** "2010" that ended by 3 May 2010 was before that day: its rung then stands below the later one. */
function until(on: FuzzyDate, reached: FuzzyDate | null): FuzzyDate {
  const isWithin = reached !== null && on.earliest <= reached.latest && reached.latest < on.latest;
  if (!isWithin) return on;
  return {
    text: `${on.text}, by ${reached.text}`,
    precision: "interval",
    earliest: on.earliest,
    latest: reached.latest,
  };
}

/**
 * The ladder of a row: the year is that of the commitment, or of the pledge where it is no more than that. A stage
 * beyond has its own day, or none; then it stands above the commitment.
 */
export function stateStage(facts: RowFacts, columns: Columns, status: AgreementStatus): void {
  const { on, columns: dated, confidence } = readCommitment(facts, columns);
  const rung = (
    term: AgreementStatus,
    stated: {
      readonly columns: readonly string[];
      readonly on: FuzzyDate | null;
      readonly confidence?: number;
    },
  ): void =>
    facts.state(
      "status",
      { type: "term", term },
      { ...stated, columns: [columns.status, ...stated.columns] },
    );
  if (status === "proposed" || status === "signed") {
    rung(status, { columns: dated, on, confidence });
    return;
  }
  const reached = readReached(facts, columns, status);
  const day = reached ? (readDay(reached.text) ?? readYear(reached.text)) : null;
  if (reached && !day) facts.warn("unreadable date", reached, DATE_EXPECTED);
  const isEarly = day !== null && on !== null && day.latest < on.earliest;
  if (reached && isEarly) facts.warn("before the commitment", reached, `a day in or after ${on.text}`);
  const stood = isEarly ? null : day;
  if (on)
    rung("signed", {
      columns: [...dated, ...(stood ? [reached?.column ?? ""] : [])],
      on: until(on, stood),
      confidence,
    });
  rung(status, { columns: stood && reached ? [reached.column] : [], on: stood });
}
