import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeBrowser, launchBrowser } from "../setup/launch-browser.ts";
import { startEntente, type RunningEntente } from "../setup/start-entente.ts";
import { ask, axeFaults, DARK, LIGHT, openPage, PHONE, storeArticle, told } from "./explorer-page.ts";

interface WaitingClaim {
  readonly id: string;
  readonly evidence: {
    readonly quote: string;
    readonly document: { readonly id: string; readonly title: string };
  };
  readonly subject: { readonly id: string };
}
const ARTICLE = {
  title: "Kenya and Japan agree on a port loan",
  text: "NAIROBI - Kenya and Japan signed a loan agreement worth 240 million U.S. dollars on 14 March 2024 to widen the port of Mombasa.",
  published: "2024-03-15",
};
const NODE = `query ($id: ID!) { node(id: $id) { ... on Claim { status reviewedBy } ... on Entity { name } } }`;

describeBrowser("explorer: review queue", () => {
  let entente: RunningEntente;
  let browser: Browser;

  beforeAll(async () => {
    [entente, browser] = await Promise.all([startEntente(), launchBrowser()]);
    await storeArticle(entente.url, ARTICLE);
  });
  afterAll(async () => {
    await browser.close();
    await entente.stop();
  });

  const openDesk = async (path = "/?desk=review", options = LIGHT) => {
    const opened = await openPage(browser, `${entente.url}${path}`, options);
    await opened.page.locator(".review-card").waitFor();
    return opened;
  };
  const waiting = async (page: Page) =>
    Number((await page.getByTestId("waiting").textContent())?.replaceAll(",", "").match(/^\d+/)?.[0]);
  const current = (page: Page) => page.locator(".work-item[aria-current]");
  const waitingClaims = async () => {
    const fields = "id evidence { quote document { id title } } subject { id }";
    const data = await ask(entente.url, `{ reviewQueue(first: 100) { nodes { ${fields} } } }`);
    return (data as { reviewQueue: { nodes: readonly WaitingClaim[] } }).reviewQueue.nodes;
  };
  const first = async () => {
    const [claim] = await waitingClaims();
    if (!claim) throw new Error("got no claim that waits, expected some in the seed");
    return claim;
  };
  const readNode = async (id: string) =>
    ((await ask(entente.url, NODE, { id })) as { node: Readonly<Record<string, unknown>> }).node;

  test("the least certain claim comes first, beside its sentence and what judging it would change", async () => {
    const { page, faults } = await openPage(browser, `${entente.url}/`);
    await page.getByRole("combobox").waitFor();
    await page.keyboard.press("q");
    await page.locator(".review-card").waitFor();
    const { evidence } = await first();
    expect(await page.locator(".review-quote").textContent()).toBe(evidence.quote);
    const mark = page.locator("mark.is-selected");
    await mark.waitFor();
    expect(await mark.textContent()).toBe(evidence.quote);
    await page.getByTestId("changes").getByText("Nothing changes.").first().waitFor();
    const sure = await page.locator(".work-item .work-mark").allTextContents();
    const shares = sure.map((text) => Number.parseInt(text, 10));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("one key judges a claim and goes on; u takes it back, more than once", async () => {
    const { page, faults } = await openDesk();
    const count = await waiting(page);
    const { id } = await first();
    const title = await current(page).locator(".work-title").textContent();
    await page.keyboard.press("a");
    await told(page, `Accepted: ${title}`);
    expect(await waiting(page)).toBe(count - 1);
    expect(await current(page).locator(".work-title").textContent()).not.toBe(title);
    await page.keyboard.press("d");
    await told(page, /^Disputed: /);
    expect(await waiting(page)).toBe(count - 2);
    expect(await readNode(id)).toEqual({ status: "ACCEPTED", reviewedBy: "local user" });
    await page.keyboard.press("u");
    await told(page, /^Taken back: /);
    await page.keyboard.press("u");
    await told(page, title ?? "");
    expect(await waiting(page)).toBe(count);
    expect(await current(page).locator(".work-title").textContent()).toBe(title);
    expect(await readNode(id)).toEqual({ status: "PROPOSED", reviewedBy: null });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("a rejected value is gone from its agreement, and the change was told before", async () => {
    const { page } = await openDesk();
    const name = await page.locator(".review-card h2").textContent();
    await page.getByTestId("changes").getByText(`Name: ${name} →`).waitFor();
    const { subject } = await first();
    await page.keyboard.press("r");
    await told(page, "Rejected");
    expect((await readNode(subject.id)).name).not.toBe(name);
    await page.getByRole("button", { name: "Undo" }).click();
    await told(page, /^Taken back/);
    await page.context().close();
  });

  test("a correction is checked by the server, told what it expects, and stored as the reviewer's own", async () => {
    const { page } = await openDesk();
    const source = page.getByRole("combobox", { name: "Source" });
    await source.locator("option", { hasText: ARTICLE.title }).waitFor({ state: "attached" });
    await source.selectOption({ label: ARTICLE.title });
    await page.locator(".work-item", { hasText: "Value:" }).first().click();
    const before = await page.locator(".review-card h2").textContent();
    await page.keyboard.press("e");
    const field = page.getByLabel("Value, corrected");
    await field.fill("a lot of money");
    await page.keyboard.press("Enter");
    await page
      .getByRole("alert")
      .getByText('value: got "a lot of money", expected an amount and a currency')
      .waitFor();
    await field.fill("123000000 USD");
    await page.keyboard.press("Enter");
    await told(page, "Corrected: Value: $123 m");
    await page.keyboard.press("u");
    await told(page, `Taken back: Value: ${before}`);
    await page.keyboard.press("e");
    await page.getByLabel("Value, corrected").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("group", { name: "Judge" }).waitFor();
    expect(new URL(page.url()).searchParams.get("desk")).toBe("review");
    await page.context().close();
  });

  test("what somebody else judged meanwhile is shown, and not overwritten", async () => {
    const { page } = await openDesk();
    const { id } = await first();
    await ask(
      entente.url,
      `mutation ($input: ReviewClaimInput!) { reviewClaim(input: $input) { claim { id } errors { message } } }`,
      { input: { id, status: "DISPUTED", expectedStatus: "PROPOSED", note: "seen elsewhere" } },
    );
    await page.keyboard.press("a");
    await told(page, "the claim is disputed by now");
    await page.locator(".review-standing", { hasText: "Now disputed, by local user" }).waitFor();
    await page.locator(".review-standing", { hasText: "seen elsewhere" }).waitFor();
    await page.keyboard.press("a");
    await told(page, "Accepted");
    await page.context().close();
  });

  test("one source's claims can be worked through alone, by link and by choice", async () => {
    const { page } = await openDesk();
    const all = await waiting(page);
    const options = page.getByRole("combobox", { name: "Source" }).locator("option");
    await expect.poll(() => options.count()).toBeGreaterThan(10);
    const { id, title } = (await first()).evidence.document;
    await page.getByRole("combobox", { name: "Source" }).selectOption(id);
    await expect.poll(() => waiting(page)).toBeLessThan(all);
    await expect.poll(() => page.locator(".source h3").textContent()).toBe(title);
    expect(new URL(page.url()).searchParams.get("source")).toBe(id);
    const count = await waiting(page);
    await page.reload();
    await expect.poll(() => waiting(page)).toBe(count);
    await page.keyboard.press("Escape");
    await page.locator(".welcome").waitFor();
    await page.context().close();
  });

  test("works by keyboard alone, from the list to the subject", async () => {
    const { page } = await openDesk();
    const title = await current(page).locator(".work-title").textContent();
    await page.keyboard.press("j");
    await expect.poll(() => current(page).locator(".work-title").textContent()).not.toBe(title);
    await page.keyboard.press("k");
    await expect.poll(() => current(page).locator(".work-title").textContent()).toBe(title);
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByText("Previous claim").waitFor();
    await page.keyboard.press("a");
    await page.keyboard.press("Escape");
    expect(await page.getByTestId("notice").textContent()).toBe("");
    await page.keyboard.press("o");
    await page.locator(".agreement").waitFor();
    await page.goBack();
    await page.locator(".review-card").waitFor();
    await page.context().close();
  });

  test.each([
    ["light", LIGHT],
    ["dark", DARK],
    ["phone", PHONE],
  ])("axe finds no fault in the queue, its correction and its outcome: %s", async (_name, options) => {
    const { page } = await openDesk("/?desk=review", options);
    await page.locator("mark.is-selected").waitFor();
    await page.getByTestId("changes").getByText("Nothing changes.").first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(options.viewport?.width);
    await page.getByRole("button", { name: "Correct", exact: true }).click();
    await page.getByLabel("Name, corrected").waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Dispute", exact: true }).click();
    await told(page, /^Disputed/);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Undo" }).click();
    await told(page, /^Taken back/);
    await page.context().close();
  });
});
