import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeBrowser, launchBrowser } from "../setup/launch-browser.ts";
import { startEntente, type RunningEntente } from "../setup/start-entente.ts";
import { axeFaults, openPage } from "./explorer-page.ts";

/** Bound to more than this machine and without keys, the server takes no change from anybody. */
describeBrowser("explorer of a read-only server", () => {
  let entente: RunningEntente;
  let browser: Browser;

  beforeAll(async () => {
    [entente, browser] = await Promise.all([startEntente({ HOST: "0.0.0.0" }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await entente.stop();
  });

  const open = (path: string) => openPage(browser, entente.url.replace("0.0.0.0", "127.0.0.1") + path);

  test("the review queue can be read; its actions are off, with the reason, by button and by key", async () => {
    const { page, faults } = await open("/?desk=review");
    await page.locator(".review-card").getByText("You may only look here.").waitFor();
    const accept = page.getByRole("button", { name: "Accept" });
    expect(await accept.isDisabled()).toBe(true);
    expect(await accept.getAttribute("title")).toContain("takes the role reviewer");
    const title = await page.locator(".review-card h2").textContent();
    await page.keyboard.press("r");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await page.locator(".review-card h2", { hasText: title ?? "" }).waitFor();
    expect(await page.getByTestId("notice").textContent()).toBe("");
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("an agreement shows its evidence, and nothing that would change it", async () => {
    const { page } = await open("/?at=country:CHN&pair=country:KAZ");
    await page.locator(".pair .agreement-row").first().click();
    await page.locator(".claim-reviews").getByText("You may only look here.").waitFor();
    expect(await page.locator(".claim-actions").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Retract…" }).count()).toBe(0);
    expect(await page.getByRole("button", { name: "Merge with another…" }).isDisabled()).toBe(true);
    expect(await page.getByRole("button", { name: "Add an article" }).first().isDisabled()).toBe(true);
    await page.context().close();
  });

  test("the past can be looked at by version, without the log", async () => {
    const { page } = await open("/?asof=1");
    await page.locator(".past", { hasText: "version 1 of" }).waitFor();
    await page.getByRole("button", { name: "Another moment" }).click();
    await page.getByLabel(/^Data version/).waitFor();
    expect(await page.locator(".history-log").count()).toBe(0);
    await page.context().close();
  });
});
