import { expect, test } from "vitest";
import { formatCursor, listKey, parseCursor } from "./cursor.ts";

const list = listKey({ filter: "a" });
const key = { missing: 0, key: "2015-12-17", id: "agreement:1" } as const;

test("a cursor leads back to its sort key", () => {
  expect(parseCursor(list, formatCursor(list, key), "after")).toEqual(key);
});

test("a cursor of another query is refused and names its argument", () => {
  const cursor = formatCursor(listKey({ filter: "b" }), key);
  expect(() => parseCursor(list, cursor, "after")).toThrow(/after: got a cursor of another query/);
});

test.each(["", "!!", "e30", Buffer.from('{"q":1}').toString("base64url")])(
  "a damaged cursor is refused: %j",
  (cursor) => {
    expect(() => parseCursor(list, cursor, "before")).toThrow(/before: got/);
  },
);
