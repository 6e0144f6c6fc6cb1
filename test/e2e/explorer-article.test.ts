import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeBrowser, launchBrowser } from "../setup/launch-browser.ts";
import { describeReference } from "../setup/reference.ts";
import { startEntente, type RunningEntente } from "../setup/start-entente.ts";
import { drawnNodes, graphReady, openPage } from "./explorer-page.ts";

const ARTICLE = `NAIROBI - Kenya and Japan signed a loan agreement worth 240 million U.S. dollars on 14 March 2024 to widen the port of Mombasa.

Officials of both sides said that work on the new berths would begin within a year.`;
const SENTENCE = /Kenya and Japan signed a loan agreement worth 240 million U\.S\. dollars/;

describeBrowser("explorer and new articles", () => {
  let entente: RunningEntente;
  let browser: Browser;

  beforeAll(async () => {
    [entente, browser] = await Promise.all([startEntente(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await entente.stop();
  });

  async function writeArticle() {
    const { page } = await openPage(browser, `${entente.url}/?at=country:KEN`);
    await page.getByRole("button", { name: "Add an article" }).first().click();
    await page.getByLabel("Text or HTML of the article").fill(ARTICLE);
    await page.getByLabel("Title").fill("Kenya and Japan agree on a port loan");
    await page.getByLabel("Published on").fill("2024-03-15");
    await page.getByRole("button", { name: "Find agreements" }).click();
    return page;
  }

  test("shows what it found before storing it, then stores it, then says duplicate", async () => {
    const page = await writeArticle();
    await page.getByText(/^Found 1 agreement/).waitFor();
    await page.locator(".findings blockquote").getByText(SENTENCE).waitFor();
    expect(await page.locator(".finding-head").textContent()).toMatch(
      /(Kenya – Japan|Japan – Kenya).*Loan.*\$240 m/,
    );

    const before = await openPage(browser, `${entente.url}/?at=country:KEN&pair=country:JPN`);
    await before.page.getByText("No agreements are known here yet.").first().waitFor();
    await before.page.context().close();

    await page.getByRole("button", { name: "Store 1 agreement" }).click();
    await page.getByText("Stored 1 agreement.").waitFor();
    await page.getByRole("button", { name: "Show in the explorer" }).click();
    expect(await page.locator("mark.is-selected").textContent()).toMatch(SENTENCE);
    await expect.poll(async () => Object.keys(await drawnNodes(page))).toContain("country:JPN");
    await page.context().close();

    const again = await writeArticle();
    await again.getByText(/^Duplicate: this article is stored already/).waitFor();
    expect(await again.getByRole("button", { name: /^Store/ }).count()).toBe(0);
    await again.context().close();
  });

  describeReference("the article of the brief", (folder) => {
    test("ingested beside the running server, it shows the deals worth 23 bn USD and their sentence", async () => {
      await entente.run("ingest", join(folder, "corpus/dev/sco-2015-12-17-a.json"));
      const pair = `${entente.url}/?at=country:CHN&pair=country:KAZ`;
      const { page } = await openPage(browser, pair);
      await graphReady(page, "country:CHN");
      const sentence = page.locator(".sentence", {
        hasText: "reached deals worth about 23 billion U.S. dollars in the past 12 months",
      });
      // The seed tells of such deals too: where matching leaves the two apart, the article's is one of the rows.
      const isArticles = async (row: number): Promise<boolean> => {
        if (row > 0) await page.goto(pair);
        await page.locator(".pair .agreement-row", { hasText: "$23 bn" }).nth(row).click();
        await page.locator(".facts", { hasText: "about $23 bn" }).waitFor();
        await page.locator(".sentence").first().waitFor();
        return (await sentence.count()) > 0;
      };
      let row = 0;
      while (!(await isArticles(row))) row++;
      await sentence.first().click();
      const mark = page.locator("mark.is-selected", { hasText: "in the past 12 months" });
      await mark.waitFor();
      expect(await mark.textContent()).toContain("have reached deals worth about 23 billion U.S. dollars");
      await page.context().close();
    });
  });
});
