import {
  AGREEMENT_KINDS,
  AGREEMENT_STATUSES,
  isCalendarDay,
  moneySchema,
  parseEntityId,
  parseIsoDate,
  SECTORS,
  type Claim,
  type ClaimValue,
  type FuzzyDate,
  type Money,
} from "@entente/graph-schema";
import { InvalidInputError } from "../errors.ts";

const TERMS: Partial<Record<Claim["property"], readonly string[]>> = {
  kind: AGREEMENT_KINDS,
  status: AGREEMENT_STATUSES,
  sector: SECTORS,
};

function fail(got: string, expected: string): never {
  throw new InvalidInputError(`value: got "${got}", expected ${expected}`, ["input", "value"]);
}

function parseDate(text: string): FuzzyDate {
  const [earliest = "", latest] = text.split("/");
  if (latest !== undefined) {
    if (!isCalendarDay(earliest) || !isCalendarDay(latest) || earliest > latest)
      fail(text, "two days such as 2015-01-01/2015-06-30, the earlier first");
    return { text, precision: "interval", earliest, latest };
  }
  return parseIsoDate(text) ?? fail(text, "a date such as 2015, 2015-03 or 2015-03-27");
}

/** The same amount's role and hedge stay; a range is written "1000 to 2000 USD". */
function parseMoney(text: string, { role, hedge, asOf }: Money): Money {
  const match = /^([\d.]+)(?: to ([\d.]+))? ([A-Z]{3})$/.exec(text);
  const [, amount, upTo, currency] = match ?? [];
  const parsed = moneySchema.safeParse({
    amount,
    currency,
    role,
    hedge: upTo === undefined ? (hedge === "range" ? "exact" : hedge) : "range",
    ...(upTo !== undefined && { upTo }),
    ...(asOf && { asOf }),
  });
  return parsed.success ? parsed.data : fail(text, 'an amount and a currency such as "1200000000 USD"');
}

/**
 * The value that a person writes in place of a claim's, in the words in which the API prints it: a term, a number,
 * "true", a date, "1200000000 USD", or an entity's id. Throws InvalidInputError for what does not fit the property.
 */
export function parseClaimValue(
  text: string,
  { property, value }: Pick<Claim, "property" | "value">,
): ClaimValue {
  const written = text.trim();
  if (written === "") fail(text, "a value");
  switch (value.type) {
    case "text":
      return { type: "text", text: written };
    case "term": {
      const term = written.toLowerCase().replaceAll("_", "-");
      const terms = TERMS[property] ?? [];
      return terms.includes(term) ? { type: "term", term } : fail(written, `one of ${terms.join(", ")}`);
    }
    case "number":
      return /^[1-9]\d{0,8}$/.test(written)
        ? { type: "number", number: Number(written) }
        : fail(written, "a whole number above 0");
    case "flag":
      return written === "true" || written === "false"
        ? { type: "flag", flag: written === "true" }
        : fail(written, '"true" or "false"');
    case "date":
      return { type: "date", date: parseDate(written) };
    case "money":
      return { type: "money", money: parseMoney(written, value.money) };
    case "entity":
      return parseEntityId(written)
        ? { ...value, entity: written }
        : fail(written, "an entity's id such as country:KAZ");
  }
}
