import { expect, test } from "vitest";
import { cutPage, readPage } from "./page.ts";

const items = ["a", "b", "c", "d", "e"].map((id) => ({ id }));

test("pages of a list follow each other without gaps or repeats", () => {
  const first = cutPage(items, "list", { first: 2 });
  const second = cutPage(items, "list", { first: 2, after: first.pageInfo.endCursor });
  const third = cutPage(items, "list", { first: 2, after: second.pageInfo.endCursor });
  expect([first, second, third].flatMap(({ nodes }) => nodes)).toEqual(items);
  expect([first, second, third].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false]);
});

test.each([
  [{ first: -1 }, "first: got -1, expected 1 to 100"],
  [{ first: 0 }, "first: got 0, expected 1 to 100"],
  [{ first: 1_000_000 }, "first: got 1000000, expected 1 to 100"],
  [{ last: 0 }, "last: got 0, expected 1 to 100"],
  [{ first: 1, last: 1 }, "last: got first and last"],
  [{ before: "x" }, "before: got it without last"],
])("%j is refused", (page, message) => {
  expect(() => readPage("list", page)).toThrow(message);
});
