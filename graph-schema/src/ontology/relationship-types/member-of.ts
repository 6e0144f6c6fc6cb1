import type { FuzzyDate } from "../../fuzzy-date.ts";
import type { EntityId } from "../../ids.ts";

/** One period of membership, as reference tables or claims state it. */
export interface MembershipState {
  readonly bloc: EntityId;
  readonly member: EntityId;
  readonly role: string;
  readonly from: FuzzyDate | null;
  readonly to: FuzzyDate | null;
  readonly claims: readonly string[];
}
