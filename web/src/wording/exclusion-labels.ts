import type { ResultOf } from "../api/graphql.ts";
import type { TOTAL } from "../api/total.ts";

export type ExclusionReason = ResultOf<typeof TOTAL>["total"]["exclusions"][number]["reason"];

/** Why agreements are left out of a sum, as people say it. */
export const EXCLUSION_LABELS: Readonly<Record<ExclusionReason, string>> = {
  ENDED: "ended",
  SUSPENDED: "suspended",
  NOT_CONCLUDED: "proposed or still negotiated",
  PART_OF_COUNTED: "part of an agreement that is counted",
  NOT_FOR_AGGREGATES: "not to be added up, by their source’s word",
  SUSPECTED_DUPLICATE: "perhaps the same as one that is counted",
  BELOW_REVIEW: "amount below the chosen review or confidence",
  OTHER_ROLE: "amount of another role, such as a total cost",
  NO_AMOUNT: "no source states an amount",
  NO_RATE: "amount in a currency without a rate",
};

/** There is nothing to add: these cannot be switched on. */
const FIXED: readonly ExclusionReason[] = ["NO_AMOUNT", "NO_RATE"];
export const canInclude = (reason: ExclusionReason): boolean => !FIXED.includes(reason);
