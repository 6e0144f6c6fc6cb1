import { expect, test } from "vitest";
import { readFragment, readHtml } from "./read-html.ts";

test("markup with more tags than any article has is refused before it is parsed", () => {
  const message = "got 60,000 tags, expected a page of up to 50,000";
  for (const bomb of ["<", "<div>", "<a href=x>", "<!--"].map((tag) => tag.repeat(60_000))) {
    expect(() => readHtml(bomb)).toThrow(message);
    expect(() => readFragment(bomb)).toThrow(message);
  }
});

test("markup nested thousands deep is refused", () => {
  expect(() => readHtml("<div>".repeat(20_000))).toThrow(
    "got elements nested thousands deep, expected a page",
  );
});
