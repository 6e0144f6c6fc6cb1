import type { TestProject } from "vitest/node";
import { findBrowser, installBrowser } from "./find-browser.ts";
import { requireAll } from "./required.ts";

/** The browser's executable file, or why there is none. */
export interface BrowserReport {
  readonly executablePath?: string;
  readonly missing?: string;
}

declare module "vitest" {
  interface ProvidedContext {
    browser: BrowserReport;
  }
}

function prepare(): BrowserReport {
  const installed = findBrowser();
  if (installed !== null) return { executablePath: installed };
  const why = installBrowser();
  const found = why === null ? findBrowser() : null;
  if (found !== null) return { executablePath: found };
  return {
    missing: `Browser: no Chromium or Chrome found (${why ?? "apt-get installed none"}); install one, or set CHROME_PATH`,
  };
}

/** Vitest's global setup: finds a real browser for the end-to-end tests. */
export function setup(project: TestProject): void {
  const report = prepare();
  if (report.missing !== undefined && requireAll) {
    throw new Error(`ENTENTE_REQUIRE_ALL=1 forbids skipping. ${report.missing}`);
  }
  project.provide("browser", report);
}
