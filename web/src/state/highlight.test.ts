import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutText } from "./highlight.ts";

describe("highlight", () => {
  test("the selected span is one segment, whatever else overlaps it", () => {
    expect(
      cutText("abcdefgh", { start: 2, end: 5 }, [
        { start: 0, end: 4 },
        { start: 4, end: 7 },
      ]),
    ).toEqual([
      { text: "ab", kind: "other" },
      { text: "cde", kind: "selected" },
      { text: "fg", kind: "other" },
      { text: "h", kind: "plain" },
    ]);
  });

  test("spans outside the text are left out", () => {
    expect(cutText("abc", { start: 1, end: 9 }, [{ start: -1, end: 2 }])).toEqual([
      { text: "abc", kind: "plain" },
    ]);
  });

  test("offsets count UTF-16 units, so a flag or an accent before the span shifts nothing", () => {
    const text = "🇰🇿 and Côte d’Ivoire signed.";
    const start = text.indexOf("signed");
    const [mark] = cutText(text, { start, end: start + 6 }, []).filter(({ kind }) => kind === "selected");
    expect(mark?.text).toBe("signed");
  });

  test("the segments put together are the text", () => {
    const span = fc.tuple(fc.nat(30), fc.nat(30)).map(([start, end]) => ({ start, end }));
    fc.assert(
      fc.property(
        fc.string({ maxLength: 25 }),
        span,
        fc.array(span, { maxLength: 4 }),
        (text, selected, others) => {
          expect(
            cutText(text, selected, others)
              .map((segment) => segment.text)
              .join(""),
          ).toBe(text);
        },
      ),
      { seed: 11 },
    );
  });
});
