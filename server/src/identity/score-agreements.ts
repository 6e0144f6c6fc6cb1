import type { AgreementKind } from "@entente/graph-schema";
import type { AgreementProfile } from "./agreement-profile.ts";
import { compareDates, type DateLikeness } from "./compare-dates.ts";
import { compareKinds, type KindLikeness } from "./compare-kinds.ts";
import { compareParties, type PartyLikeness } from "./compare-parties.ts";
import { compareTitles, type TitleLikeness } from "./compare-titles.ts";
import { compareValues, type ValueLikeness } from "./compare-values.ts";

/** What a finding weighs, in log-odds; null rules the match out. And the words that a reviewer reads. */
type Weights<T extends string> = Readonly<Record<T, readonly [weight: number | null, reason: string]>>;

/** The log-odds of two agreements of which nothing is known but that they were compared. */
const PRIOR = -3.5;

const PARTIES: Weights<PartyLikeness> = {
  organizations: [4.5, "same organizations"],
  same: [3.5, "same parties"],
  countries: [2.5, "same countries, organizations named by one report"],
  more: [0, "one report names more parties"],
  "other-organizations": [-3, "other organizations of the same countries"],
  different: [null, "other parties"],
};
const KINDS: Weights<KindLikeness> = {
  same: [1, "same kind"],
  generic: [0, "kind not told by both"],
  family: [-1.5, "related kinds"],
  other: [-4, "other kinds"],
  package: [null, "a package and a single agreement"],
};
const DATES: Weights<DateLikeness> = {
  "same-day": [2.5, "same day"],
  "same-month": [1.5, "dates within one month overlap"],
  overlap: [-0.5, "dates overlap, one of them imprecise"],
  "days-apart": [-1, "dates a few days apart"],
  "reported-after": [0.5, "reported in the days after"],
  "other-stage": [-1, "dates of different stages"],
  unknown: [-1.5, "no date to compare"],
  apart: [null, "dates apart"],
};
const VALUES: Weights<ValueLikeness> = {
  equal: [2, "same value"],
  rounded: [1.5, "same value, rounded"],
  close: [-2.5, "values close but not equal"],
  none: [0, "no value in either"],
  "one-only": [-0.3, "value in one report only"],
  "not-comparable": [-0.5, "values in different currencies"],
  different: [-4, "different values"],
};
const TITLES: Weights<TitleLikeness> = {
  same: [2, "same matter"],
  partly: [-1.5, "matter only in part the same"],
  unknown: [0, "matter not told"],
  "one-only": [-1.2, "matter told by one report only"],
  "other-matter": [-3, "other matter"],
  revision: [-5, "only one is an amendment or renewal"],
  "other-number": [-6, "other phase or number"],
};
const SECTORS: Weights<"shared" | "unknown" | "other"> = {
  shared: [0.5, "same sector"],
  unknown: [0, "sector not told by both"],
  other: [-1.5, "other sectors"],
};
const COUNTS: Weights<"fit" | "differ"> = {
  fit: [0, "counts fit"],
  differ: [-4, "counts differ"],
};

const FINANCING: Weights<"fit" | "one-only"> = {
  fit: [0, "financing fits"],
  "one-only": [-3, "only one report tells of financing"],
};

export interface Score {
  /** 0 to 1: how likely the two reports tell of one agreement. */
  readonly score: number;
  /** One for each feature that speaks for or against it. */
  readonly reasons: readonly string[];
}

function compareSectors(a: AgreementProfile, b: AgreementProfile): "shared" | "unknown" | "other" {
  if (a.sectors.length === 0 || b.sectors.length === 0) return "unknown";
  return a.sectors.some((sector) => b.sectors.includes(sector)) ? "shared" : "other";
}

const compareCounts = ({ count: a }: AgreementProfile, { count: b }: AgreementProfile): "fit" | "differ" =>
  a === null || b === null || a === b ? "fit" : "differ";

const FINANCING_KINDS: readonly AgreementKind[] = [
  "loan",
  "grant",
  "joint-fund",
  "investment",
  "currency-swap",
];

/** A plan and the loan that pays for it are often signed in one hour, under one name: the money tells them apart. */
function compareFinancing(a: AgreementProfile, b: AgreementProfile): "fit" | "one-only" {
  const isFinancing = ({ kind, values }: AgreementProfile): boolean =>
    FINANCING_KINDS.includes(kind) && values.length > 0;
  const isPlain = ({ kind, values }: AgreementProfile): boolean =>
    kind === "agreement" && values.length === 0;
  return (isFinancing(a) && isPlain(b)) || (isFinancing(b) && isPlain(a)) ? "one-only" : "fit";
}

/**
 * How likely two reports of different documents tell of one agreement: the weights of what their parties, kinds,
 * dates, values, titles, sectors and counts show, added up as log-odds. Symmetric, and blind to everything but the
 * two reports, so that the order in which they came does not matter.
 */
export function scoreAgreements(a: AgreementProfile, b: AgreementProfile): Score {
  const found = [
    PARTIES[compareParties(a, b)],
    KINDS[compareKinds(a.kind, b.kind)],
    DATES[compareDates(a, b)],
    VALUES[compareValues(a, b)],
    TITLES[compareTitles(a, b)],
    SECTORS[compareSectors(a, b)],
    COUNTS[compareCounts(a, b)],
    FINANCING[compareFinancing(a, b)],
  ];
  const ruledOut = found.find(([weight]) => weight === null);
  if (ruledOut) return { score: 0, reasons: [ruledOut[1]] };
  if (a.related.includes(b.id) || b.related.includes(a.id))
    return { score: 0, reasons: ["one is part of the other, amends or replaces it"] };
  const logOdds = found.reduce((sum, [weight]) => sum + (weight ?? 0), PRIOR);
  const score = Math.round(1000 / (1 + Math.exp(-logOdds))) / 1000;
  return { score, reasons: found.flatMap(([weight, reason]) => (weight === 0 ? [] : [reason])) };
}
