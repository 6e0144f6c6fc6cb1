import {
  COUNTED_ROLES,
  createConverter,
  formatUnits,
  SOURCE_RANKS,
  type ConversionRequest,
  type ConversionWay,
  type Converter,
  type EntityId,
  type MoneyRole,
  type ReviewStatus,
  type RoleAmount,
} from "@entente/graph-schema";
import type { Countable } from "../store/graph-store.ts";

/** Why an agreement is not counted; the first that applies, in this order. */
export const EXCLUSION_REASONS = [
  "ENDED",
  "SUSPENDED",
  "NOT_CONCLUDED",
  "PART_OF_COUNTED",
  "NOT_FOR_AGGREGATES",
  "SUSPECTED_DUPLICATE",
  "BELOW_REVIEW",
  "OTHER_ROLE",
  "NO_AMOUNT",
  "NO_RATE",
] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** What no question can switch off: there is nothing to add. */
export const FIXED_REASONS: readonly ExclusionReason[] = ["NO_AMOUNT", "NO_RATE"];

export interface TotalQuestion extends ConversionRequest {
  /** Roles that count, first present first. */
  readonly roles: readonly MoneyRole[];
  /** Reasons that are switched off. */
  readonly include: ReadonlySet<ExclusionReason>;
  /** What the winning claim of an amount must pass. */
  readonly review: readonly ReviewStatus[] | null;
  readonly minConfidence: number | null;
}

export const DEFAULT_QUESTION: TotalQuestion = {
  to: "USD",
  prices: "nominal",
  baseYear: null,
  roles: COUNTED_ROLES,
  include: new Set(),
  review: null,
  minConfidence: null,
};

/** What lies around the matching agreements. */
export interface Surroundings {
  /** Umbrellas outside the matching agreements, so that a chain of parts can be followed through them. */
  readonly umbrellas: ReadonlyMap<EntityId, readonly EntityId[]>;
  /** Open pairs of suspected duplicates. */
  readonly duplicates: readonly { readonly a: EntityId; readonly b: EntityId }[];
}

export interface Exclusion {
  readonly reason: ExclusionReason;
  readonly ids: readonly EntityId[];
  /** Exact sum of what these would add; null where none of them has an amount in the currency. */
  readonly units: bigint | null;
}

/** A way in which counted amounts were converted; `units`, ten-thousandths, is what these sum to. */
export interface UsedConversion extends ConversionWay {
  readonly units: bigint;
}

export interface Explained {
  /** Counted agreements and their exact ten-thousandths. */
  readonly counted: ReadonlyMap<EntityId, bigint>;
  /** Largest sum first, then by currency, year and source; they add up to what is counted. */
  readonly conversions: readonly UsedConversion[];
  /** In the order of the reasons; none is empty. */
  readonly exclusions: readonly Exclusion[];
}

interface Weighed {
  readonly row: Countable;
  /** The first reason that lies in the agreement itself, not in others; null where it is eligible. */
  readonly own: ExclusionReason | null;
  readonly way: ConversionWay | null;
  readonly units: bigint | null;
}

function reasonByStatus({ status }: Countable): ExclusionReason | null {
  if (status === "ended") return "ENDED";
  if (status === "suspended") return "SUSPENDED";
  return status === "proposed" || status === "negotiating" ? "NOT_CONCLUDED" : null;
}

const amountOf = (row: Countable, roles: readonly MoneyRole[]): RoleAmount | undefined =>
  roles.map((role) => row.amounts.find((amount) => amount.role === role)).find(Boolean);

function weigh(row: Countable, question: TotalQuestion, convert: Converter): Weighed {
  const { include, roles, review, minConfidence } = question;
  const asked = amountOf(row, roles);
  const amount = asked ?? row.amounts[0];
  const converted = amount ? convert(amount.money, amount.year) : null;
  const isBelow =
    amount !== undefined &&
    ((review !== null && !review.includes(amount.status)) ||
      (minConfidence !== null && amount.confidence < minConfidence));
  const candidates: readonly (ExclusionReason | null)[] = [
    reasonByStatus(row),
    row.notForAggregates ? "NOT_FOR_AGGREGATES" : null,
    isBelow ? "BELOW_REVIEW" : null,
    amount !== undefined && !asked ? "OTHER_ROLE" : null,
    amount === undefined ? "NO_AMOUNT" : null,
    converted === null ? "NO_RATE" : null,
  ];
  const own = candidates.find((reason) => reason !== null && !include.has(reason)) ?? null;
  return { row, own, way: converted?.way ?? null, units: converted?.units ?? null };
}

function sumByConversion(used: readonly Weighed[]): UsedConversion[] {
  const sums = new Map<ConversionWay, bigint>();
  for (const { way, units } of used) {
    if (way !== null && units !== null) sums.set(way, (sums.get(way) ?? 0n) + units);
  }
  const rank = ({ from, rateYear, rateSource }: UsedConversion): string =>
    [from, rateYear ?? "", rateSource].join("|");
  return [...sums]
    .map(([way, units]) => ({ ...way, units }))
    .sort((a, b) => (a.units === b.units ? (rank(a) < rank(b) ? -1 : 1) : a.units > b.units ? -1 : 1));
}

const REVIEW_RANK = ["accepted", "proposed", "disputed"] as const;

/** Review, source rank, confidence, earliest recorded, id: the better first. */
function compareRank({ row: a }: Weighed, { row: b }: Weighed): number {
  const best = (row: Countable): number => REVIEW_RANK.findIndex((status) => row.existence[status] > 0);
  const [reviewA, reviewB] = [best(a), best(b)].map((rank) => (rank < 0 ? REVIEW_RANK.length : rank));
  const confidence = ({ existence: { accepted, proposed, disputed } }: Countable): number =>
    Math.max(accepted, proposed, disputed);
  return (
    (reviewA ?? 0) - (reviewB ?? 0) ||
    SOURCE_RANKS.indexOf(a.sourceRank) - SOURCE_RANKS.indexOf(b.sourceRank) ||
    confidence(b) - confidence(a) ||
    a.recordedIn - b.recordedIn ||
    (a.id < b.id ? -1 : 1)
  );
}

/** Ids of which an eligible ancestor matches too. */
function partsOfCounted(rows: ReadonlyMap<EntityId, Weighed>, { umbrellas }: Surroundings): Set<EntityId> {
  const parentsOf = (id: EntityId): readonly EntityId[] =>
    rows.get(id)?.row.partOf ?? umbrellas.get(id) ?? [];
  const isPart = (id: EntityId): boolean => {
    const seen = new Set([id]);
    const open = [...parentsOf(id)];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      if (rows.get(next)?.own === null) return true;
      seen.add(next);
      open.push(...parentsOf(next));
    }
    return false;
  };
  return new Set([...rows.keys()].filter(isPart));
}

/** Of each cluster of suspected duplicates all but its best-ranked eligible member that is no part of a counted one. */
function suspected(
  rows: ReadonlyMap<EntityId, Weighed>,
  { duplicates }: Surroundings,
  isPart: (id: EntityId) => boolean,
): Set<EntityId> {
  const cluster = new Map<EntityId, EntityId[]>();
  for (const { a, b } of duplicates) {
    const [groupA, groupB] = [cluster.get(a) ?? [a], cluster.get(b) ?? [b]];
    if (groupA === groupB) continue;
    const joined = [...groupA, ...groupB];
    for (const member of joined) cluster.set(member, joined);
  }
  const found = new Set<EntityId>();
  for (const members of new Set(cluster.values())) {
    const weighed = members.flatMap((id) => rows.get(id) ?? []);
    const [best] = weighed.filter(({ row, own }) => own === null && !isPart(row.id)).sort(compareRank);
    if (!best) continue;
    const worse = weighed.filter((other) => other !== best && compareRank(best, other) < 0);
    for (const { row } of worse) found.add(row.id);
  }
  return found;
}

/**
 * The one definition of what counts: each matching agreement is either counted, once, or excluded for the first reason
 * that applies, so that counted plus exclusions equals matching.
 */
export function explainTotal(
  matching: readonly Countable[],
  question: TotalQuestion,
  around: Surroundings,
): Explained {
  const { include } = question;
  const convert = createConverter(question);
  const rows = new Map(matching.map((row) => [row.id, weigh(row, question, convert)]));
  const parts = include.has("PART_OF_COUNTED") ? new Set<EntityId>() : partsOfCounted(rows, around);
  const doubles = include.has("SUSPECTED_DUPLICATE")
    ? new Set<EntityId>()
    : suspected(rows, around, (id) => parts.has(id));
  const counted = new Map<EntityId, bigint>();
  const excluded = new Map<ExclusionReason, Weighed[]>(EXCLUSION_REASONS.map((reason) => [reason, []]));
  for (const weighed of rows.values()) {
    const { row, own, units } = weighed;
    const reasons = [
      own,
      parts.has(row.id) ? ("PART_OF_COUNTED" as const) : null,
      doubles.has(row.id) ? ("SUSPECTED_DUPLICATE" as const) : null,
    ];
    const first = EXCLUSION_REASONS.find((reason) => reasons.includes(reason));
    if (first) excluded.get(first)?.push(weighed);
    else if (units !== null) counted.set(row.id, units);
  }
  const conversions = sumByConversion([...counted.keys()].flatMap((id) => rows.get(id) ?? []));
  const exclusions = [...excluded].flatMap(([reason, list]): Exclusion[] => {
    if (list.length === 0) return [];
    const known = list.flatMap(({ units }) => (units === null ? [] : [units]));
    const sum = known.reduce((total, units) => total + units, 0n);
    return [{ reason, ids: list.map(({ row }) => row.id), units: known.length === 0 ? null : sum }];
  });
  return { counted, conversions, exclusions };
}

export const sumUnits = (amounts: Iterable<bigint>): bigint => {
  let sum = 0n;
  for (const units of amounts) sum += units;
  return sum;
};

export const printSum = (amounts: Iterable<bigint>): string => formatUnits(sumUnits(amounts));
