import { expect, test } from "vitest";
import { shareCopied } from "./find-original.ts";

const STORY =
  "Peru and Chile signed a memorandum on water in Lima on Tuesday after two years of talks between their ministers, who said that it would let both countries share data on the rivers of the border";

test("a text with a line added is a copy, a text about the same in other words is none", () => {
  expect(shareCopied(`${STORY} Reporting by our desk`, STORY)).toBeGreaterThan(0.8);
  expect(shareCopied(STORY.toUpperCase(), STORY)).toBe(1);
  expect(
    shareCopied(
      "On Tuesday the ministers of Chile and Peru met in Lima and signed a memorandum on water",
      STORY,
    ),
  ).toBe(0);
});

test("a text that only quotes the other at the end of more of its own is no copy", () => {
  const own = Array.from({ length: 60 }, (_, i) => `word${i}`).join(" ");
  expect(shareCopied(`${own} ${STORY}`, STORY)).toBeLessThan(0.5);
  expect(shareCopied(STORY, `${own} ${STORY}`)).toBe(1);
});

test("a text of fewer than eight words is copied only whole", () => {
  expect(shareCopied("Peru and Chile signed.", "Peru and Chile signed.")).toBe(1);
  expect(shareCopied("Peru and Chile signed.", "Peru and Chile signed it.")).toBe(0);
});
