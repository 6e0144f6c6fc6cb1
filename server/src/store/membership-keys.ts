import type { MembershipState } from "@entente/graph-schema";

/** Later than every day that a source can name. */
const OPEN_END = "9999-12-31";

/** First and last day of a period of membership, both included; an unknown start is "", an open end 9999-12-31. */
export const membershipDays = ({
  from,
  to,
}: MembershipState): { readonly start: string; readonly end: string } => ({
  start: from?.earliest ?? "",
  end: to?.latest ?? OPEN_END,
});
