import { datesOverlap, type AgreementStatus, type FuzzyDate } from "@entente/graph-schema";
import type { AgreementProfile } from "./agreement-profile.ts";

export type DateLikeness =
  | "same-day"
  /** They overlap, each no wider than a month. */
  | "same-month"
  /** They overlap, one of them wider than a month. */
  | "overlap"
  /** A few days lie between: a slip of a report. */
  | "days-apart"
  /** One is dated by the news of it, which came in the days after. */
  | "reported-after"
  /** They date different stages, such as signing and entry into force. */
  | "other-stage"
  | "unknown"
  | "apart";

const DAY_MS = 86_400_000;
/** Days by which two reports may miss the day of one signing. */
const SLIP_DAYS = 2;
/** Days for which an agreement stays news. */
const NEWS_DAYS = 7;
/** Longest time from signing to the last stage, in years. */
export const STAGE_YEARS = 6;

/** The order in which stages are compared: the one that dates an agreement first. */
const STAGES: readonly AgreementStatus[] = [
  "signed",
  "agreed",
  "in-force",
  "completed",
  "negotiating",
  "proposed",
  "suspended",
  "ended",
];

const PRECISE: readonly FuzzyDate["precision"][] = ["day", "week", "month"];

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

const gapDays = (a: FuzzyDate, b: FuzzyDate): number =>
  Math.max(daysBetween(a.latest, b.earliest), daysBetween(b.latest, a.earliest));

function compareStage(a: FuzzyDate, b: FuzzyDate): DateLikeness {
  if (!datesOverlap(a, b)) {
    const areDays = a.precision === "day" && b.precision === "day";
    return areDays && gapDays(a, b) <= SLIP_DAYS ? "days-apart" : "apart";
  }
  if (!PRECISE.includes(a.precision) || !PRECISE.includes(b.precision)) return "overlap";
  return a.precision === "day" && b.precision === "day" ? "same-day" : "same-month";
}

/** The news of something dated came within days after it. */
function isNewsOf(published: FuzzyDate | null, { rungs }: AgreementProfile): boolean {
  return (
    published !== null &&
    rungs.some(({ on }) => {
      const after = daysBetween(on.earliest, published.earliest);
      return (
        PRECISE.includes(on.precision) && after >= 0 && daysBetween(on.latest, published.latest) <= NEWS_DAYS
      );
    })
  );
}

/** How the dates of two reports fit; symmetric. Dates of one stage are compared before those of different stages. */
export function compareDates(a: AgreementProfile, b: AgreementProfile): DateLikeness {
  for (const stage of STAGES) {
    const [one, other] = [a, b].map(({ rungs }) => rungs.find(({ status }) => status === stage)?.on);
    if (one && other) return compareStage(one, other);
  }
  const [first, second] = [a.rungs[0]?.on, b.rungs[0]?.on];
  if (first && second) {
    return gapDays(first, second) <= STAGE_YEARS * 366 ? "other-stage" : "apart";
  }
  if (isNewsOf(a.published, b) || isNewsOf(b.published, a)) return "reported-after";
  return "unknown";
}
