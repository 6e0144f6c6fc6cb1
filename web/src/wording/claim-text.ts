import { formatMoney } from "./format-money.ts";
import { propertyLabel, wordOf } from "./labels.ts";

/** Enough of a claim to say it. */
interface PrintableClaim {
  readonly property: string;
  readonly value: string | null;
  readonly role?: string | null;
  readonly object: { readonly name: string } | null;
}

const MONEY = /^([\d.]+)(?: to ([\d.]+))? ([A-Z]{3})$/;
const TERMS: readonly string[] = ["kind", "status", "sector"];

/** What the claim says, as people read it: "$23 bn", "joint fund", "Kenya (lender)". */
export function claimValue({ property, value, role, object }: PrintableClaim): string {
  if (object) return role && role !== "party" ? `${object.name} (${wordOf(role)})` : object.name;
  if (value === null) return "something that is not in the graph any more";
  const [, amount, upTo, currency] = MONEY.exec(value) ?? [];
  if (amount !== undefined && currency !== undefined) {
    return formatMoney({ amount, currency, upTo: upTo ?? null });
  }
  return TERMS.includes(property) ? wordOf(value) : value;
}

/** "Value: $23 bn". */
export const claimText = (claim: PrintableClaim): string =>
  `${propertyLabel(claim.property)}: ${claimValue(claim)}`;
