import { InvalidInputError } from "../errors.ts";
import type { SortKey } from "../store/filter.ts";
import { formatCursor, parseCursor } from "./cursor.ts";

/** Most items of one page; design: `first` 1–100. */
export const MAX_PAGE = 100;
export const DEFAULT_PAGE = 20;

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A whole number between `min` and `max`, or an error that names the argument. */
export function checkRange(
  field: string,
  value: number,
  { min = 1, max = MAX_PAGE }: { readonly min?: number; readonly max?: number } = {},
): number {
  if (value >= min && value <= max) return value;
  throw new InvalidInputError(`${field}: got ${value}, expected ${min} to ${max}`, [field]);
}

/** The page that the arguments ask of the named list: forward from `after`, or backward from `before`. */
export function readPage(
  list: string,
  { first, after, last, before }: PageArguments,
): { readonly limit: number; readonly start: SortKey | null; readonly backward: boolean } {
  const backward = last != null;
  if (backward && first != null) {
    throw new InvalidInputError("last: got first and last, expected one of them", ["last"]);
  }
  if (!backward && before != null) {
    throw new InvalidInputError("before: got it without last, expected last beside it", ["before"]);
  }
  if (backward && after != null) {
    throw new InvalidInputError("after: got it with last, expected before", ["after"]);
  }
  const limit = backward ? checkRange("last", last) : checkRange("first", first ?? DEFAULT_PAGE);
  const [field, cursor] = backward ? (["before", before] as const) : (["after", after] as const);
  return { limit, start: cursor == null ? null : parseCursor(list, cursor, field), backward };
}

export interface CutPage<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
}

/** A page of a short list that is in memory already, in its own order. */
export function cutPage<T extends { readonly id: string }>(
  items: readonly T[],
  list: string,
  { first, after }: Pick<PageArguments, "first" | "after">,
): CutPage<T> {
  const { limit, start } = readPage(list, { first: first ?? null, after: after ?? null });
  const from = start ? items.findIndex(({ id }) => id === start.id) + 1 : 0;
  if (start && from === 0) {
    throw new InvalidInputError(
      "after: the item it names is no longer in this list; start again without it",
      ["after"],
    );
  }
  const nodes = items.slice(from, from + limit);
  const cursorOf = (item: T | undefined): string | null =>
    item ? formatCursor(list, { missing: 0, key: "", id: item.id }) : null;
  return {
    nodes,
    pageInfo: {
      hasNextPage: from + limit < items.length,
      hasPreviousPage: from > 0,
      startCursor: cursorOf(nodes[0]),
      endCursor: cursorOf(nodes.at(-1)),
    },
  };
}
