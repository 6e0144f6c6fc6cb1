import {
  foldName,
  parseEntityId,
  isDocumentId,
  PARTY_TYPES,
  toCents,
  type AgreementKind,
  type AgreementStatus,
  type EntityType,
  type ReviewStatus,
} from "@entente/graph-schema";
import { InvalidInputError } from "../errors.ts";
import { EVERYTHING, type AgreementFilter } from "../store/filter.ts";
import type { Loaders, Version } from "./read-context.ts";

type Maybe<T> = T | null | undefined;

/** A filter as a caller writes it; enums are the vocabularies' words already. */
export interface FilterInput {
  readonly and?: Maybe<readonly FilterInput[]>;
  readonly or?: Maybe<readonly FilterInput[]>;
  readonly not?: Maybe<FilterInput>;
  readonly ids?: Maybe<readonly string[]>;
  readonly partiesAny?: Maybe<readonly string[]>;
  readonly partiesAll?: Maybe<readonly string[]>;
  readonly viaOrganizations?: Maybe<boolean>;
  readonly membersOf?: Maybe<readonly string[]>;
  readonly betweenBlocs?: Maybe<readonly string[]>;
  readonly kinds?: Maybe<readonly AgreementKind[]>;
  readonly statuses?: Maybe<readonly AgreementStatus[]>;
  readonly binding?: Maybe<boolean>;
  readonly sectors?: Maybe<readonly string[]>;
  readonly date?: Maybe<{ readonly from?: Maybe<string>; readonly to?: Maybe<string> }>;
  readonly value?: Maybe<{
    readonly min?: Maybe<string>;
    readonly max?: Maybe<string>;
    readonly currency: string;
  }>;
  readonly hasValue?: Maybe<boolean>;
  readonly text?: Maybe<string>;
  readonly documents?: Maybe<readonly string[]>;
  readonly minConfidence?: Maybe<number>;
  readonly review?: Maybe<readonly ReviewStatus[]>;
}

/** and/or/not nest to this depth. */
const MAX_DEPTH = 3;
/** Most filters in one, nested ones included. */
const MAX_FILTERS = 30;
/** Most entries of one list. */
const MAX_LIST = 250;
/** Most words of `text`: more cannot occur in a name. */
const MAX_WORDS = 12;

interface Resolving {
  readonly loaders: Loaders;
  readonly version: Version;
  readonly budget: { filters: number };
}

const isDefined = (entry: readonly [string, unknown]): boolean => entry[1] !== undefined;

/**
 * Validates a filter and resolves its ids once: merged ids become their survivors, unknown ones are refused with the
 * field that names them.
 */
export async function resolveFilter(
  input: Maybe<FilterInput>,
  reading: { readonly loaders: Loaders; readonly version: Version },
): Promise<AgreementFilter> {
  if (input == null) return EVERYTHING;
  return await resolveNested(input, ["filter"], { ...reading, budget: { filters: MAX_FILTERS } });
}

async function resolveNested(
  input: FilterInput,
  path: readonly string[],
  resolving: Resolving,
): Promise<AgreementFilter> {
  checkNesting(path, resolving);
  const ids = (field: keyof FilterInput, types: readonly EntityType[]): Promise<string[] | undefined> =>
    resolveIds(input[field] as Maybe<readonly string[]>, { path: [...path, field], types, resolving });
  const nested = async (field: "and" | "or"): Promise<AgreementFilter[] | undefined> => {
    const list = checkList(input[field], [...path, field]);
    return list && Promise.all(list.map((one) => resolveNested(one, [...path, field], resolving)));
  };
  const [and, or, not, agreements, partiesAny, partiesAll, membersOf, betweenBlocs, sectors] =
    await Promise.all([
      nested("and"),
      nested("or"),
      input.not ? resolveNested(input.not, [...path, "not"], resolving) : undefined,
      ids("ids", ["agreement"]),
      ids("partiesAny", PARTY_TYPES),
      ids("partiesAll", PARTY_TYPES),
      ids("membersOf", ["bloc"]),
      ids("betweenBlocs", ["bloc"]),
      ids("sectors", ["sector"]),
    ]);
  const filter = {
    and,
    or,
    not,
    ids: agreements,
    partiesAny,
    partiesAll,
    membersOf,
    betweenBlocs: checkTwo(betweenBlocs, path),
    sectors,
    kinds: checkList(input.kinds, [...path, "kinds"]),
    statuses: checkList(input.statuses, [...path, "statuses"]),
    review: checkList(input.review, [...path, "review"]),
    binding: input.binding ?? undefined,
    hasValue: input.hasValue ?? undefined,
    date: checkDates(input.date, path),
    value: checkValue(input.value, path),
    words: checkText(input.text, path),
    documents: checkDocuments(input.documents, path),
    minConfidence: checkConfidence(input.minConfidence, path),
  };
  return {
    ...Object.fromEntries(Object.entries(filter).filter(isDefined)),
    viaOrganizations: input.viaOrganizations ?? true,
  };
}

function fail(path: readonly string[], got: string, expected: string): never {
  throw new InvalidInputError(`${path.join(".")}: got ${got}, expected ${expected}`, path);
}

function checkNesting(path: readonly string[], { budget }: Resolving): void {
  const depth = path.length - 1;
  if (depth > MAX_DEPTH) fail(path, `depth ${depth}`, `and, or, not to nest to depth ${MAX_DEPTH}`);
  budget.filters -= 1;
  if (budget.filters < 0) fail(path, `more than ${MAX_FILTERS} filters in one`, `up to ${MAX_FILTERS}`);
}

function checkList<T>(list: Maybe<readonly T[]>, path: readonly string[]): readonly T[] | undefined {
  if (list == null) return undefined;
  if (list.length === 0) fail(path, "an empty list", "at least one entry, or no such field");
  if (list.length > MAX_LIST) fail(path, `${list.length} entries`, `up to ${MAX_LIST}`);
  return list;
}

interface IdField {
  readonly path: readonly string[];
  readonly types: readonly EntityType[];
  readonly resolving: Resolving;
}

const EXAMPLES: Partial<Record<EntityType, string>> = {
  country: "country:KAZ",
  bloc: "bloc:SCO",
  sector: "sector:energy",
  agreement: "agreement:…",
};

async function resolveIds(
  list: Maybe<readonly string[]>,
  { path, types, resolving: { loaders, version } }: IdField,
): Promise<string[] | undefined> {
  const ids = checkList(list, path);
  if (!ids) return undefined;
  const examples = types.flatMap((type) => EXAMPLES[type] ?? []).join(" or ");
  const resolved = await Promise.all(
    ids.map(async (id) => {
      const type = parseEntityId(id)?.type;
      if (!type || !types.includes(type))
        fail(path, `"${id}"`, `the id of a ${types.join(", ")}, such as ${examples}`);
      const state = await loaders.entities.load({ id, version });
      return state?.id ?? fail(path, `"${id}", which is not in the graph`, `a known id, such as ${examples}`);
    }),
  );
  return [...new Set(resolved)];
}

function checkTwo(
  blocs: readonly string[] | undefined,
  path: readonly string[],
): readonly [string, string] | undefined {
  const [a, b] = blocs ?? [];
  if (!blocs) return undefined;
  if (a === undefined || b === undefined || blocs.length !== 2) {
    fail([...path, "betweenBlocs"], `${blocs.length} different blocs`, "two");
  }
  return [a, b];
}

function checkDates(
  date: FilterInput["date"],
  path: readonly string[],
): { readonly from?: string; readonly to?: string } | undefined {
  const { from, to } = date ?? {};
  if (from == null && to == null) return undefined;
  if (from != null && to != null && from > to) {
    fail([...path, "date"], `from ${from} to ${to}`, "from on or before to");
  }
  return { ...(from == null ? {} : { from }), ...(to == null ? {} : { to }) };
}

function checkValue(
  value: FilterInput["value"],
  path: readonly string[],
): { readonly minCents?: string; readonly maxCents?: string } | undefined {
  if (value?.min == null && value?.max == null) return undefined;
  const { min, max, currency } = value;
  if (currency !== "USD") {
    const expected =
      '"USD": agreements are compared by what their amounts were worth in USD in their own year';
    fail([...path, "value", "currency"], `"${currency}"`, expected);
  }
  const minCents = min == null ? undefined : toCents(min);
  const maxCents = max == null ? undefined : toCents(max);
  if (minCents !== undefined && maxCents !== undefined && minCents > maxCents) {
    fail([...path, "value"], `min ${min} and max ${max}`, "min up to max");
  }
  return {
    ...(minCents === undefined ? {} : { minCents: String(minCents) }),
    ...(maxCents === undefined ? {} : { maxCents: String(maxCents) }),
  };
}

function checkText(text: Maybe<string>, path: readonly string[]): readonly string[] | undefined {
  if (text == null) return undefined;
  const words = foldName(text).split(" ").filter(Boolean);
  if (words.length === 0) fail([...path, "text"], `"${text.slice(0, 40)}"`, "at least one word");
  if (words.length > MAX_WORDS) fail([...path, "text"], `${words.length} words`, `up to ${MAX_WORDS}`);
  return [...new Set(words)];
}

function checkDocuments(
  list: Maybe<readonly string[]>,
  path: readonly string[],
): readonly string[] | undefined {
  const field = [...path, "documents"];
  const documents = checkList(list, field);
  const odd = documents?.find((id) => !isDocumentId(id));
  if (odd !== undefined)
    fail(field, `"${odd}"`, "the id of a document, such as document:… from a search or list");
  return documents;
}

function checkConfidence(value: Maybe<number>, path: readonly string[]): number | undefined {
  if (value == null) return undefined;
  if (value < 0 || value > 1) fail([...path, "minConfidence"], String(value), "0 to 1");
  return value;
}
