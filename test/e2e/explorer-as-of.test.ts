import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeBrowser, launchBrowser } from "../setup/launch-browser.ts";
import { startEntente, type RunningEntente } from "../setup/start-entente.ts";
import {
  ask,
  axeFaults,
  DARK,
  drawnNodes,
  graphReady,
  LIGHT,
  openPage,
  PHONE,
  storeArticle,
} from "./explorer-page.ts";

const ARTICLE = {
  title: "Kenya and Japan agree on a port loan",
  text: "NAIROBI - Kenya and Japan signed a loan agreement worth 240 million U.S. dollars on 14 March 2024 to widen the port of Mombasa.",
  published: "2024-03-15",
};
const KENYA = "country:KEN";
const COUNT = `query ($asOf: AsOf) { agreements(filter: { partiesAny: ["${KENYA}"] }, asOf: $asOf) { count { value } } }`;
const STATUS_CLAIM = `query ($id: ID!) { node(id: $id) { ... on Agreement { claims(property: "status") { nodes { id } } } } }`;
const ACCEPT = `mutation ($id: ID!) {
  reviewClaim(input: { id: $id, status: ACCEPTED, expectedStatus: PROPOSED }) { errors { message } }
}`;

describeBrowser("explorer: as it was known before", () => {
  let entente: RunningEntente;
  let browser: Browser;
  let loan = "";
  /** Data versions: of the seed, with the article, and with its review. */
  const version = { seed: 0, article: 0, review: 0 };

  const newest = async () =>
    ((await ask(entente.url, "{ dataVersion { version } }")) as { dataVersion: { version: number } })
      .dataVersion.version;

  beforeAll(async () => {
    [entente, browser] = await Promise.all([startEntente(), launchBrowser()]);
    version.seed = await newest();
    [loan = ""] = await storeArticle(entente.url, ARTICLE);
    version.article = await newest();
    const { node } = (await ask(entente.url, STATUS_CLAIM, { id: loan })) as {
      node: { claims: { nodes: readonly { id: string }[] } };
    };
    await ask(entente.url, ACCEPT, { id: node.claims.nodes[0]?.id });
    version.review = await newest();
  });
  afterAll(async () => {
    await browser.close();
    await entente.stop();
  });

  const open = (path: string, options = LIGHT) => openPage(browser, `${entente.url}${path}`, options);
  const banner = (page: Page, text: string) => page.locator(".past", { hasText: text });
  const countOf = async (asOf: object | null) =>
    ((await ask(entente.url, COUNT, { asOf })) as { agreements: { count: { value: number } } }).agreements
      .count.value;
  const timeline = (page: Page, count: number) =>
    page.getByTestId("timeline-count").filter({ hasText: new RegExp(`^${count} agreements?$`) });

  test("graph, list, details, timeline and sum answer as of then, and of now after going back", async () => {
    const [then, now] = [await countOf({ version: version.seed }), await countOf(null)];
    expect(now).toBe(then + 1);
    const { page, faults } = await open(`/?at=${KENYA}&asof=${version.seed}`);
    await banner(page, `version ${version.seed} of ${version.review}`).waitFor();
    await graphReady(page, KENYA);
    await timeline(page, then).waitFor();
    expect(Object.keys(await drawnNodes(page))).not.toContain("country:JPN");
    await page.locator(".party .panel-sub", { hasText: new RegExp(`^${then} agreements?`) }).waitFor();
    await page.keyboard.press("s");
    await page
      .getByTestId("sum-counted")
      .filter({ hasText: `of ${then} agreement` })
      .waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "List", exact: true }).click();
    await page.getByRole("table").waitFor();
    expect(await page.getByRole("table").getByText("Japan").count()).toBe(0);

    await page.getByRole("button", { name: "Back to now" }).click();
    await timeline(page, now).waitFor();
    await page.getByRole("table").getByRole("button", { name: "Japan" }).waitFor();
    expect(await page.locator(".past").count()).toBe(0);
    expect(new URL(page.url()).searchParams.get("asof")).toBeNull();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("evidence and its review are those of then, and nothing can be changed", async () => {
    const { page } = await open(`/?agreement=${loan}&asof=${version.article}`);
    const standing = page.locator(".claim-row", { hasText: "Status: signed" }).locator(".claim-standing");
    await standing.waitFor();
    expect(await standing.textContent()).toBe("not reviewed");
    expect(await page.locator(".claim-actions").count()).toBe(0);
    await page
      .locator(".claim-reviews")
      .getByText("The past cannot be changed. Go back to now first.")
      .waitFor();
    const add = page.getByRole("button", { name: "Add an article" }).first();
    expect(await add.isDisabled()).toBe(true);
    expect(await add.getAttribute("title")).toContain("The past cannot be changed");
    expect(await page.getByRole("button", { name: "Retract…" }).count()).toBe(0);
    expect(await page.getByRole("button", { name: "Merge with another…" }).isDisabled()).toBe(true);
    await page.locator("h2").first().click();
    await page.keyboard.press("n");
    await standing.filter({ hasText: "accepted by local user on" }).waitFor();
    await page.locator(".claim-actions").first().waitFor();
    await page.context().close();
  });

  test("what was not known yet is said not to be there", async () => {
    const { page } = await open(`/?agreement=${loan}&asof=${version.seed}`);
    await page.getByText("This agreement is not in the graph.").waitFor();
    await page.context().close();
  });

  test("the log leads to the moment right after an act, and from there earlier and later", async () => {
    const { page } = await open("/");
    await page.locator(".agreement-row").first().waitFor();
    await page.keyboard.press("h");
    await page.locator(".history-log button", { hasText: ARTICLE.title }).click();
    await banner(page, `version ${version.article} of ${version.review}`).waitFor();
    expect(new URL(page.url()).searchParams.get("asof")).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    await page.getByRole("button", { name: "‹ Earlier" }).click();
    await banner(page, `version ${version.seed} of ${version.review}`).waitFor();
    expect(new URL(page.url()).searchParams.get("asof")).toBe(String(version.seed));
    await page.getByRole("button", { name: "Later ›" }).click();
    await banner(page, `version ${version.article} of ${version.review}`).waitFor();
    await page.goBack();
    await banner(page, `version ${version.seed} of ${version.review}`).waitFor();
    await page.context().close();
  });

  test("a version or a moment can be typed, and one that is not there yet is refused in words", async () => {
    const { page } = await open("/?asof=99999");
    await banner(page, `got 99999, expected 0 to ${version.review}`).waitFor();
    await page.getByRole("button", { name: "Another moment" }).click();
    await page.getByLabel(/^Data version/).fill(String(version.seed));
    await page.keyboard.press("Enter");
    await banner(page, `version ${version.seed} of ${version.review}`).waitFor();
    await page.getByRole("button", { name: "Another moment" }).click();
    await page.getByLabel("Moment").fill("2001-02-03T04:05:06");
    await page.getByRole("button", { name: "Go there" }).click();
    await banner(page, "As known before the first record").waitFor();
    await page.context().close();
  });

  test.each([
    ["light", LIGHT],
    ["dark", DARK],
    ["phone", PHONE],
  ])("axe finds no fault in the past and in its choice: %s", async (_name, options) => {
    const { page } = await open(`/?at=${KENYA}&asof=${version.seed}`, options);
    await banner(page, "As known on").waitFor();
    await page.locator(".agreement-row").first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(options.viewport?.width);
    await page.getByRole("button", { name: "Another moment" }).click();
    await page.locator(".history-log button").first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });
});
