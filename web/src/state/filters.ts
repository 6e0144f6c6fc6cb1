import type { Filters, Transition, View } from "./view.ts";

type ListFilter = "kinds" | "statuses" | "sectors";

/** Adds the word to the filter, or takes it out. */
export const toggleFilter =
  (name: ListFilter, word: string): Transition =>
  (view) => {
    const words: readonly string[] = view[name];
    const next = words.includes(word) ? words.filter((other) => other !== word) : [...words, word];
    return { ...view, [name]: next };
  };

/**
 * Sets the years, ends in either order. A range that covers everything in `extent` is no filter, so that
 * undated agreements come back.
 */
export const setYears =
  (years: readonly [number, number], extent: readonly [number, number]): Transition =>
  (view) => {
    const from = Math.min(...years);
    const to = Math.max(...years);
    if (from <= extent[0] && to >= extent[1]) return { ...view, from: null, to: null };
    return { ...view, from, to };
  };

/** Takes one filter off, or with no name all of them. */
export const clearFilter =
  (name?: ListFilter | "years"): Transition =>
  (view) => ({
    ...view,
    kinds: name === undefined || name === "kinds" ? [] : view.kinds,
    statuses: name === undefined || name === "statuses" ? [] : view.statuses,
    sectors: name === undefined || name === "sectors" ? [] : view.sectors,
    ...(name === undefined || name === "years" ? { from: null, to: null } : {}),
  });

export interface ActiveFilter {
  readonly name: ListFilter | "years";
  readonly words: readonly string[];
}

/** The filters that narrow something, narrowest kind of question first. */
export function activeFilters(filters: Filters): readonly ActiveFilter[] {
  const active: ActiveFilter[] = [];
  if (filters.from !== null || filters.to !== null) {
    active.push({ name: "years", words: [`${filters.from ?? "…"}–${filters.to ?? "…"}`] });
  }
  for (const name of ["kinds", "statuses", "sectors"] as const) {
    if (filters[name].length > 0) active.push({ name, words: filters[name] });
  }
  return active;
}

/** The same filters without the years: what the timeline draws. */
export const withoutYears = (filters: Filters): Filters => ({ ...filters, from: null, to: null });

export const isFiltered = (view: View): boolean => activeFilters(view).length > 0;
