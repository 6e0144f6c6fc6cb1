import { chromium, type Browser } from "playwright-core";
import { describe, inject } from "vitest";
import { skipSuite } from "./skip-suite.ts";

/** Runs as root in a container without a graphics card, and calls nobody. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Opens the browser that the global setup found; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, missing } = inject("browser");
  if (executablePath === undefined) throw new Error(missing ?? "No browser");
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A suite that needs a real browser; skipped where there is none. */
export function describeBrowser(title: string, suite: () => void): void {
  const { missing } = inject("browser");
  if (missing === undefined) describe(title, suite);
  else skipSuite(title, missing);
}
