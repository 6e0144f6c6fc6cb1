import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeBrowser, launchBrowser } from "../setup/launch-browser.ts";
import { startEntente, type RunningEntente } from "../setup/start-entente.ts";
import { axeFaults, DARK, drawnNodes, graphReady, LIGHT, openPage, PHONE } from "./explorer-page.ts";

const CHINA = "country:CHN";
const KAZAKHSTAN = "country:KAZ";
/** KiB of script, gzip, that the shell may load (research: shell ≤ 130). */
const SHELL_LIMIT_KIB = 130;

describeBrowser("explorer", () => {
  let entente: RunningEntente;
  let browser: Browser;

  beforeAll(async () => {
    [entente, browser] = await Promise.all([startEntente(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await entente.stop();
  });

  const open = (path: string, options = LIGHT) => openPage(browser, `${entente.url}${path}`, options);

  test("shows the seed's overview, with nothing asked of another host", async () => {
    const { page, faults } = await open("/");
    await graphReady(page, "overview");
    expect(Object.keys(await drawnNodes(page)).length).toBeGreaterThan(40);
    await expect.poll(() => page.getByTestId("timeline-count").textContent()).toMatch(/^\d+ agreements$/);
    await expect.poll(() => page.locator(".agreement-row").count()).toBeGreaterThan(5);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("search leads to a party's ring, and forgives an accent", async () => {
    const { page } = await open("/");
    await page.getByRole("combobox").waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("kazák");
    await page
      .getByRole("option", { name: /Kazakhstan/ })
      .first()
      .waitFor();
    await page
      .getByRole("option", { name: /^Kazakhstan/ })
      .first()
      .click();
    await graphReady(page, KAZAKHSTAN);
    expect(new URL(page.url()).searchParams.get("at")).toBe(KAZAKHSTAN);
    expect(Object.keys(await drawnNodes(page))).toContain(CHINA);
    await page.context().close();
  });

  test("expansion adds nodes and moves no old one", async () => {
    const { page } = await open(`/?at=${KAZAKHSTAN}&pair=country:RUS`);
    await graphReady(page, KAZAKHSTAN);
    const before = await drawnNodes(page);
    await page.getByRole("button", { name: "Add partners of Russia" }).click();
    await expect
      .poll(async () => Object.keys(await drawnNodes(page)).length)
      .toBeGreaterThan(Object.keys(before).length);
    const after = await drawnNodes(page);
    for (const [id, { x, y }] of Object.entries(before))
      expect({ id, ...after[id] }).toMatchObject({ id, x, y });
    await page.context().close();
  });

  test("the timeline's brush filters every view and moves nothing", async () => {
    const { page } = await open(`/?at=${CHINA}`);
    await graphReady(page, CHINA);
    const before = await drawnNodes(page);
    const count = await page.getByTestId("timeline-count").textContent();
    const plot = page.locator(".timeline-plot svg");
    const box = (await plot.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(box.x + box.width * 0.8, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.9, box.y + 20, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => page.getByTestId("timeline-count").textContent()).not.toBe(count);
    await expect
      .poll(async () => Object.values(await drawnNodes(page)).some(({ faded }) => faded))
      .toBe(true);
    const after = await drawnNodes(page);
    for (const [id, { x, y }] of Object.entries(before)) {
      if (id !== "more") expect({ id, ...after[id] }).toMatchObject({ id, x, y });
    }
    expect(new URL(page.url()).searchParams.get("from")).toMatch(/^\d{4}$/);
    await page.context().close();
  });

  test("the sum opens to what it counts and leaves out, and counts more where a reason is switched on", async () => {
    const { page, faults } = await open("/");
    await graphReady(page, "overview");
    await page.keyboard.press("s");
    const amount = page.locator("[data-testid=sum-amount] span");
    const sum = async () => Number((await amount.textContent())?.replace(/[^\d.]/g, ""));
    await amount.waitFor();
    expect(await page.getByTestId("sum-counted").textContent()).toMatch(/^\d+ of \d+ agreements counted/);
    const before = await sum();
    await page.locator(".sum-include input").first().check();
    await expect.poll(sum).toBeGreaterThan(before);
    await page.getByText(/^Converted in \d+ ways?$/).click();
    await page.locator(".sum-rates li").first().waitFor();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Currency").selectOption("EUR");
    await expect.poll(() => amount.textContent()).toMatch(/EUR$/);
    await dialog.getByLabel("Prices").selectOption("CONSTANT");
    await expect.poll(() => page.getByTestId("sum-counted").textContent()).toContain("in prices of 20");
    await page.getByText("no source states an amount").click();
    expect(await axeFaults(page)).toEqual([]);
    const row = page.locator(".left-out[open] .agreement-row").first();
    const name = await row.locator(".agreement-name").textContent();
    await row.click();
    await expect.poll(() => page.locator("h2").allTextContents()).toContain(name);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("the timeline's ends move by keyboard", async () => {
    const { page } = await open("/");
    const from = page.getByLabel("From year");
    await from.focus();
    const start = Number(await from.inputValue());
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => new URL(page.url()).searchParams.get("from")).toBe(String(start + 1));
    await page.context().close();
  });

  test("the evidence's quote is the highlighted text of the document", async () => {
    const { page } = await open(`/?at=${CHINA}&pair=${KAZAKHSTAN}`);
    await page
      .getByRole("button", { name: /industrial capacity cooperation/ })
      .first()
      .click();
    const mark = page.locator("mark.is-selected");
    await mark.waitFor();
    await page.locator(".source-text span").first().waitFor();
    const quotes = page.locator('.sentence[aria-pressed="true"] .sentence-quote');
    expect(await mark.textContent()).toBe(await quotes.textContent());
    const inView = await mark.evaluate((element) => {
      const text = element.getBoundingClientRect();
      const around = element.closest(".source-text")?.getBoundingClientRect();
      return around !== undefined && text.top >= around.top && text.top < around.bottom;
    });
    expect(inView).toBe(true);
    await page.context().close();
  });

  test("a month is shown as a month, and the status as rungs", async () => {
    const { page } = await open(`/?at=${CHINA}&pair=${KAZAKHSTAN}`);
    await page
      .getByRole("button", { name: /industrial capacity cooperation/ })
      .first()
      .click();
    const current = page.locator(".ladder [aria-current=step]");
    await current.waitFor();
    expect(await current.textContent()).toBe("signedDec 2014");
    await page.context().close();
  });

  test("a link restores the view", async () => {
    const { page } = await open(
      `/?at=${CHINA}&with=${KAZAKHSTAN}&pair=country:RUS&kind=treaty~loan&from=1990&to=2020`,
    );
    await graphReady(page, CHINA);
    const first = await drawnNodes(page);
    expect(await page.getByLabel("Loan", { exact: true }).isChecked()).toBe(true);
    expect(await page.getByLabel("From year").inputValue()).toBe("1990");
    await page.getByRole("heading", { name: "China – Russia" }).waitFor();
    await page.reload();
    await graphReady(page, CHINA);
    await expect.poll(() => drawnNodes(page)).toEqual(first);
    await page.context().close();
  });

  test("zero results name the filter to relax", async () => {
    const { page } = await open("/?kind=currency-swap&sector=tourism");
    await page.getByRole("button", { name: "Drop kind: currency swap" }).first().waitFor();
    await page.getByRole("button", { name: "Drop sector: tourism" }).first().click();
    await expect.poll(() => page.locator(".agreement-row").count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test("an error keeps the last graph and offers to try again", async () => {
    const { page } = await open(`/?at=${CHINA}`);
    await graphReady(page, CHINA);
    await page.route("**/graphql", (route) => route.abort());
    await page.getByLabel("Loan", { exact: true }).check();
    await page.getByText("The last graph stays on screen.").waitFor();
    expect(Object.keys(await drawnNodes(page))).toContain(CHINA);
    await page.unroute("**/graphql");
    await page.locator(".center-notes").getByRole("button", { name: "Try again" }).click();
    await expect
      .poll(async () => Object.values(await drawnNodes(page)).some(({ faded }) => faded))
      .toBe(true);
    await page.context().close();
  });

  test("the keyboard alone goes from the overview to the evidence", async () => {
    const { page } = await open(`/?at=${CHINA}`);
    await graphReady(page, CHINA);
    await page.keyboard.press("g");
    await page.keyboard.press("ArrowRight");
    const said = page.locator(".navigator-live");
    await expect.poll(() => said.textContent()).toMatch(/^Partner 1 of \d+: \S.*, \d+ agreements?$/);
    await page.keyboard.press("Enter");
    const row = page.locator(".pair .agreement-row").first();
    await row.waitFor();
    await row.focus();
    await page.keyboard.press("Enter");
    await page.locator("mark.is-selected").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.locator(".party").waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard and legend" }).waitFor();
    await page.context().close();
  });

  test("a phone gets the list first, the graph on tap and evidence as a sheet", async () => {
    const { page, faults } = await open(`/?at=${CHINA}`, PHONE);
    await page.getByRole("table").waitFor();
    expect(await page.getByTestId("graph").count()).toBe(0);
    await page.getByRole("button", { name: "Graph", exact: true }).tap();
    await graphReady(page, CHINA);
    await page.getByRole("button", { name: "List", exact: true }).tap();
    await page.getByRole("button", { name: "Kazakhstan" }).first().tap();
    await page
      .getByRole("button", { name: /industrial capacity cooperation/ })
      .first()
      .tap();
    await page.locator("mark.is-selected").waitFor();
    expect(await page.locator(".detail").evaluate((sheet) => getComputedStyle(sheet).position)).toBe("fixed");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test.each([
    ["light", LIGHT],
    ["dark", DARK],
    ["phone", PHONE],
  ])("axe finds no fault in any view: %s", async (_name, options) => {
    for (const path of ["/", "/?show=list", `/?at=${CHINA}`, `/?at=${CHINA}&pair=${KAZAKHSTAN}`]) {
      const { page } = await open(path, options);
      await page.locator(".agreement-row").first().waitFor();
      expect({ path, faults: await axeFaults(page) }).toEqual({ path, faults: [] });
      if (path.includes("pair")) {
        await page.locator(".pair .agreement-row").first().click();
        await page.locator("mark.is-selected").waitFor();
        expect(await axeFaults(page)).toEqual([]);
      }
      if (path === "/") {
        await page.getByRole("button", { name: "Add an article" }).first().click();
        await page.getByRole("dialog").waitFor();
        expect(await axeFaults(page)).toEqual([]);
        await page.keyboard.press("Escape");
        await page.getByRole("combobox").fill("chi");
        await page.getByRole("option", { name: /China/ }).first().waitFor();
        expect(await axeFaults(page)).toEqual([]);
      }
      await page.context().close();
    }
  });

  test("the shell stays small, and a phone that reads the list loads no Cytoscape", async () => {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    const scripts: { url: string; kib: number }[] = [];
    page.on("response", (response) => {
      if (!response.url().endsWith(".js")) return;
      void response
        .body()
        .then((body) => scripts.push({ url: response.url(), kib: gzipSync(body).length / 1024 }));
    });
    await page.goto(entente.url);
    await page.getByRole("table").waitFor();
    await page.waitForLoadState("networkidle");
    expect(scripts.filter(({ url }) => url.includes("GraphCanvas"))).toEqual([]);
    expect(scripts.reduce((sum, { kib }) => sum + kib, 0)).toBeLessThan(SHELL_LIMIT_KIB);
    await context.close();
  });

  test("the API console is served locally and answers", async () => {
    const { page, faults } = await open("/graphiql");
    const execute = page.getByRole("button", { name: /Execute query/ });
    await execute.waitFor({ timeout: 60_000 });
    const answered = page.locator(".result-window").getByText("agreements").first();
    // The button is there before the editor's text, and a click then runs nothing: click again, as a person would.
    await expect
      .poll(
        async () => {
          if (await execute.isVisible()) await execute.click();
          return answered.waitFor({ timeout: 3_000 }).then(
            () => true,
            () => false,
          );
        },
        { timeout: 60_000 },
      )
      .toBe(true);
    expect(faults.filter((fault) => fault.startsWith("asked"))).toEqual([]);
    await page.context().close();
  });
});
