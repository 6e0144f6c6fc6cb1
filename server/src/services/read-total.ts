import {
  COUNTED_ROLES,
  findCurrency,
  formatCents,
  type EntityId,
  type MoneyRole,
} from "@entente/graph-schema";
import { InvalidInputError } from "../errors.ts";
import type { GraphStore } from "../store/graph-store.ts";
import {
  explainTotal,
  FIXED_REASONS,
  printSum,
  type ExclusionReason,
  type TotalQuestion,
} from "./explain-total.ts";
import type { Loaders } from "./read-context.ts";
import { readSurroundings } from "./read-surroundings.ts";
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
  readonly version: number;
}

export function checkCurrency(currency: string): string {
  if (findCurrency(currency)) return currency;
  throw new InvalidInputError(
    `currency: got "${currency.slice(0, 20)}", expected an ISO 4217 code such as "USD"`,
    ["currency"],
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
  if (baseYear != null && prices !== "constant") {
    throw new InvalidInputError(`baseYear: got ${baseYear} with NOMINAL prices, expected it with CONSTANT`, [
      "baseYear",
    ]);
  }
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
    baseYear: baseYear ?? null,
    roles: roles ?? COUNTED_ROLES,
    include: new Set(include),
    ...amountTests(drawn),
  };
}

/** The sum over the matching agreements, with what it left out and why. */
export async function readTotal(
  reading: { readonly store: GraphStore; readonly loaders: Loaders },
  drawn: Drawn,
  request: TotalRequest,
): Promise<Total> {
  const question = readQuestion(request, drawn);
  const version = drawn.version ?? (await reading.store.dataVersion()).version;
  const matching = await reading.store.countables(drawn);
  const around = await readSurroundings(reading, matching, drawn.version);
  const { counted, exclusions } = explainTotal(matching, question, around);
  return {
    amount: printSum(counted.values()),
    currency: question.to,
    prices: question.prices,
    baseYear: question.baseYear,
    matching: matching.length,
    counted: counted.size,
    exclusions: exclusions.map(({ reason, ids, cents }) => ({
      reason,
      count: ids.length,
      amount: cents === null ? null : formatCents(cents),
      ids,
      drawn,
    })),
    version,
  };
}
