import { coerceInputValue, isInputType } from "graphql";
import { UsageError } from "../errors.ts";
import { createSchema } from "../resolvers/schema.ts";
import type { FilterInput } from "../services/resolve-filter.ts";

/** Reads a filter as JSON, by the API's own AgreementFilter; throws UsageError that names the field. */
export function parseFilter(json: string): FilterInput {
  const value = parseJson(json);
  const type = createSchema().getType("AgreementFilter");
  if (!isInputType(type)) throw new Error("AgreementFilter: not in the schema");
  return coerceInputValue(value, type, (path, _, error) => {
    throw new UsageError(`${["--filter", ...path].join(".")}: ${error.message}`);
  }) as FilterInput;
}

function parseJson(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Told below, like JSON of another kind.
  }
  throw new UsageError(
    `--filter: got ${json.slice(0, 80)}, expected a JSON object such as {"partiesAny": ["country:KAZ"]}`,
  );
}
