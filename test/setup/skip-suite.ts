import { test } from "vitest";

/**
 * Stands in for a suite that cannot run here. The reason is part of the title, so that it stands in every report;
 * `test/run.mjs` gathers the reasons into one plain line each.
 */
export function skipSuite(title: string, reason: string): void {
  test.skip(`${title} [skipped: ${reason}]`, () => undefined);
}
