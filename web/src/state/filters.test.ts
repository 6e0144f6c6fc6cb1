import { describe, expect, test } from "vitest";
import { activeFilters, clearFilter, isFiltered, setYears, toggleFilter, withoutYears } from "./filters.ts";
import { EMPTY_VIEW } from "./view.ts";

describe("filters", () => {
  test("a word toggles in and out", () => {
    const loans = toggleFilter("kinds", "loan")(EMPTY_VIEW);
    expect(loans.kinds).toEqual(["loan"]);
    expect(toggleFilter("kinds", "loan")(loans)).toEqual(EMPTY_VIEW);
  });

  test("years may come in either order", () => {
    expect(setYears([2020, 2010], [1950, 2025])(EMPTY_VIEW)).toMatchObject({ from: 2010, to: 2020 });
  });

  test("a range over everything is no filter, so that undated agreements come back", () => {
    expect(isFiltered(setYears([1950, 2025], [1950, 2025])(EMPTY_VIEW))).toBe(false);
  });

  test("one filter can be dropped while the others stay", () => {
    const view = {
      ...EMPTY_VIEW,
      kinds: ["loan"] as const,
      sectors: ["energy"] as const,
      from: 2010,
      to: 2020,
    };
    expect(clearFilter("years")(view)).toEqual({ ...EMPTY_VIEW, kinds: ["loan"], sectors: ["energy"] });
    expect(clearFilter()(view)).toEqual(EMPTY_VIEW);
  });

  test("names what narrows the view, an open end included", () => {
    expect(activeFilters({ ...EMPTY_VIEW, from: 2010, statuses: ["signed"] })).toEqual([
      { name: "years", words: ["2010–…"] },
      { name: "statuses", words: ["signed"] },
    ]);
  });

  test("the timeline draws years that the year filter leaves out", () => {
    expect(withoutYears({ ...EMPTY_VIEW, from: 2010, to: 2012 })).toMatchObject({ from: null, to: null });
  });
});
