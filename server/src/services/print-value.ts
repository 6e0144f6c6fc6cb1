import { formatIsoDate, type ClaimValue } from "@entente/graph-schema";

/** A claim's value as text; null for an entity, which is an object of its own. */
export function printValue(value: ClaimValue): string | null {
  switch (value.type) {
    case "text":
      return value.text;
    case "term":
      return value.term;
    case "number":
      return String(value.number);
    case "flag":
      return String(value.flag);
    case "date":
      return formatIsoDate(value.date);
    case "money": {
      const { amount, upTo, currency } = value.money;
      return `${amount}${upTo === undefined ? "" : ` to ${upTo}`} ${currency}`;
    }
    case "entity":
      return null;
  }
}
