import { expect, test } from "vitest";
import { isRecentEnough } from "./server-version.ts";

test.each(["5.23.0", "5.26.30", "5.28-aura", "2025.01.0", "2026.10.1"])("takes Neo4j %s", (version) => {
  expect(isRecentEnough(version)).toBe(true);
});

test.each(["5.22.0", "4.4.40", "", "unknown"])("refuses Neo4j %s", (version) => {
  expect(isRecentEnough(version)).toBe(false);
});
