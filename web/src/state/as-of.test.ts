import { expect, test } from "vitest";
import { readAsOf, returnToNow, travelTo } from "./as-of.ts";
import { EMPTY_VIEW, focusOn, openDesk } from "./view.ts";

test.each([
  ["12", { version: 12 }],
  ["0", { version: 0 }],
  ["2026-11-27T17:03:00Z", { knownOn: "2026-11-27T17:03:00.000Z" }],
  ["2026-11-27T17:03:05.120+02:00", { knownOn: "2026-11-27T15:03:05.120Z" }],
  ["2026-11-27", null],
  ["-1", null],
  ["2026-13-27T17:03:00Z", null],
  ["99999999999", null],
  [null, null],
])("%s is read as %j", (text, asOf) => expect(readAsOf(text)).toEqual(asOf));

test("going to the past keeps what is open and closes the queue; coming back keeps it too", () => {
  const before = openDesk("review")(focusOn("country:CHN")(EMPTY_VIEW));
  const past = travelTo("12")(before);
  expect(past).toMatchObject({ asOf: "12", desk: null, focus: "country:CHN" });
  expect(returnToNow(past)).toMatchObject({ asOf: null, focus: "country:CHN" });
  expect(travelTo("soon")(past)).toBe(past);
});
