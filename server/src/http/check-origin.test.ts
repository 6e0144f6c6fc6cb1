import { expect, test } from "vitest";
import { findWriteObstacle, isLoopbackAddress } from "./check-origin.ts";

test.each([
  ["127.0.0.1:4000", undefined],
  ["localhost:4000", "http://localhost:4000"],
  ["127.0.0.1:4000", "http://localhost:4000"],
  ["[::1]:4000", "http://[::1]:4000"],
])("a caller at Host %s with Origin %s may write", (host, origin) => {
  expect(findWriteObstacle({ host, origin })).toBeNull();
});

test.each([
  ["127.0.0.1:4000", "https://evil.example", "Origin"],
  ["127.0.0.1:4000", "http://localhost:5000", "Origin"],
  ["127.0.0.1:4000", "null", "Origin"],
  ["127.0.0.1:4000", "http://localhost:4000@evil.example", "Origin"],
  ["127.0.0.1:4000", "http://localhost.evil.example:4000", "Origin"],
  ["evil.example:4000", "http://evil.example:4000", "Host"],
  ["localhost.evil.example:4000", undefined, "Host"],
  ["", undefined, "Host"],
  [undefined, undefined, "Host"],
])("a caller at Host %s with Origin %s may not: %s", (host, origin, header) => {
  expect(findWriteObstacle({ host, origin })).toMatch(new RegExp(`^${header}: got`));
});

test("loopback addresses are told from all others", () => {
  expect(["127.0.0.1", "127.1.2.3", "::1", "localhost"].every(isLoopbackAddress)).toBe(true);
  expect(
    ["0.0.0.0", "::", "192.168.1.5", "example.org", "127.0.0.1.example.org"].some(isLoopbackAddress),
  ).toBe(false);
});
