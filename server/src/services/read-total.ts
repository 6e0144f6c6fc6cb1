import {
  COUNTED_ROLES,
  findCurrency,
  formatUnits,
  NEWEST_BASE_YEAR,
  OLDEST_BASE_YEAR,
  type Conversion,
  type EntityId,
  type MoneyRole,
} from "@entente/graph-schema";
import { InvalidInputError } from "../errors.ts";
import { countMatching, type Reading } from "./count-matching.ts";
import { FIXED_REASONS, printSum, type ExclusionReason, type TotalQuestion } from "./explain-total.ts";
import type { Drawn } from "./subgraph.ts";

type Maybe<T> = T | null | undefined;

export interface TotalRequest {
  readonly currency: string;
  readonly prices: "nominal" | "constant";
  readonly baseYear?: Maybe<number>;
  readonly roles?: Maybe<readonly MoneyRole[]>;
  readonly include?: Maybe<readonly ExclusionReason[]>;
}

export interface TotalExclusion {
  readonly reason: ExclusionReason;
  readonly count: number;
  readonly amount: string | null;
  readonly ids: readonly EntityId[];
  readonly drawn: Drawn;
}

export interface Total {
  readonly amount: string;
  readonly currency: string;
  readonly prices: "nominal" | "constant";
  readonly baseYear: number | null;
  readonly matching: number;
  readonly counted: number;
  readonly exclusions: readonly TotalExclusion[];
  readonly rates: readonly Conversion[];
  readonly version: number;
}

export function checkCurrency(currency: string): string {
  if (findCurrency(currency)) return currency;
  throw new InvalidInputError(
    `currency: got "${currency.slice(0, 20)}", expected an ISO 4217 code such as "USD"`,
    ["currency"],
  );
}

/** The year whose prices an answer is in: none with nominal ones, the newest known without a wish. */
export function checkBaseYear(prices: "nominal" | "constant", baseYear: Maybe<number>): number | null {
  if (prices === "nominal") {
    if (baseYear == null) return null;
    throw new InvalidInputError(`baseYear: got ${baseYear} with NOMINAL prices, expected it with CONSTANT`, [
      "baseYear",
    ]);
  }
  const year = baseYear ?? NEWEST_BASE_YEAR;
  if (year >= OLDEST_BASE_YEAR && year <= NEWEST_BASE_YEAR) return year;
  throw new InvalidInputError(
    `baseYear: got ${year}, expected ${OLDEST_BASE_YEAR} to ${NEWEST_BASE_YEAR}, the years with a US price index`,
    ["baseYear"],
  );
}

/** What of the filter also tests each amount; `and` at the top is part of the same condition. */
export function amountTests({ filter }: Drawn): Pick<TotalQuestion, "review" | "minConfidence"> {
  return { review: filter.review ?? null, minConfidence: filter.minConfidence ?? null };
}

function readQuestion(
  { currency, prices, baseYear, roles, include }: TotalRequest,
  drawn: Drawn,
): TotalQuestion {
  if (roles?.length === 0) throw new InvalidInputError("roles: got none, expected at least one", ["roles"]);
  const fixed = include?.find((reason) => FIXED_REASONS.includes(reason));
  if (fixed) {
    throw new InvalidInputError(
      `include: got ${fixed}, expected reasons other than ${FIXED_REASONS.join(" and ")}: there is nothing to add`,
      ["include"],
    );
  }
  return {
    to: checkCurrency(currency),
    prices,
    baseYear: checkBaseYear(prices, baseYear),
    roles: roles ?? COUNTED_ROLES,
    include: new Set(include),
    ...amountTests(drawn),
  };
}

/** The sum over the matching agreements, with what it left out and why. */
export async function readTotal(reading: Reading, drawn: Drawn, request: TotalRequest): Promise<Total> {
  const question = readQuestion(request, drawn);
  const version = drawn.version ?? (await reading.store.dataVersion()).version;
  const { matching, counted, conversions, exclusions } = await countMatching(reading, drawn, question);
  return {
    amount: printSum(counted.values()),
    currency: question.to,
    prices: question.prices,
    baseYear: question.baseYear,
    matching: matching.length,
    counted: counted.size,
    exclusions: exclusions.map(({ reason, ids, units }) => ({
      reason,
      count: ids.length,
      amount: units === null ? null : formatUnits(units),
      ids,
      drawn,
    })),
    rates: conversions.map(({ units, ...how }) => ({ ...how, amount: formatUnits(units) })),
    version,
  };
}
