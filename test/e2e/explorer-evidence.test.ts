import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeBrowser, launchBrowser } from "../setup/launch-browser.ts";
import { startEntente, type RunningEntente } from "../setup/start-entente.ts";
import { ask, axeFaults, DARK, LIGHT, openPage, PHONE, storeArticle, told } from "./explorer-page.ts";

const ARTICLE = {
  title: "Kenya and Japan agree on a port loan",
  text: "NAIROBI - Kenya and Japan signed a loan agreement worth 240 million U.S. dollars on 14 March 2024 to widen the port of Mombasa.",
  published: "2024-03-15",
};
const CONFLICTS = `{
  agreements(first: 100) { nodes { id conflicts { property reason chosen { evidence { quote } } others { evidence { quote } } } } }
}`;
const LADDERS = "{ agreements(first: 100) { nodes { id ladder { status claims { id } } } } }";

interface Quoted {
  readonly evidence: { readonly quote: string };
}
interface Conflicting {
  readonly id: string;
  readonly conflicts: readonly {
    readonly reason: string;
    readonly chosen: Quoted;
    readonly others: readonly Quoted[];
  }[];
}
interface Laddered {
  readonly id: string;
  readonly ladder: readonly { readonly claims: readonly unknown[] }[];
}

describeBrowser("explorer: evidence", () => {
  let entente: RunningEntente;
  let browser: Browser;
  let loan = "";

  beforeAll(async () => {
    [entente, browser] = await Promise.all([startEntente(), launchBrowser()]);
    [loan = ""] = await storeArticle(entente.url, ARTICLE);
  });
  afterAll(async () => {
    await browser.close();
    await entente.stop();
  });

  const open = (path: string, options = LIGHT) => openPage(browser, `${entente.url}${path}`, options);
  const row = (page: Page, said: string) => page.locator(".claim-row", { hasText: said });
  const standing = (page: Page, said: string, how: string) =>
    row(page, said).locator(".claim-standing", { hasText: how });
  const listed = async <T>(query: string): Promise<readonly T[]> =>
    ((await ask(entente.url, query)) as { agreements: { nodes: readonly T[] } }).agreements.nodes;

  test("a claim is judged where it is read, says by whom and when, and is taken back there", async () => {
    const { page, faults } = await open(`/?agreement=${loan}`);
    await standing(page, "Status: signed", "not reviewed").waitFor();
    await row(page, "Status: signed").getByRole("button", { name: "Accept" }).click();
    await told(page, "Accepted: Status: signed.");
    await standing(page, "Status: signed", "accepted by local user on").waitFor();
    await row(page, "Status: signed").getByRole("button", { name: "Take back" }).click();
    await told(page, "Taken back: Status: signed is not reviewed again.");
    await standing(page, "Status: signed", "not reviewed").waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("a rejected value leaves the facts and stays in the evidence; u brings it back", async () => {
    const { page } = await open(`/?agreement=${loan}`);
    const value = page.locator(".facts", { hasText: "$240 m" });
    await value.waitFor();
    await row(page, "Value: $240 m").getByRole("button", { name: "Reject" }).click();
    await told(page, "Rejected: Value: $240 m.");
    await value.waitFor({ state: "detached" });
    await page.locator(".claim-row.is-rejected", { hasText: "Value: $240 m" }).waitFor();
    await page.keyboard.press("u");
    await told(page, "Taken back");
    await value.waitFor();
    await page.context().close();
  });

  test("a correction is stored beside the claim that it corrects, and refused in words where it does not fit", async () => {
    const { page } = await open(`/?agreement=${loan}`);
    await row(page, "Value: $240 m").getByRole("button", { name: "Correct" }).click();
    const field = page.getByLabel("Value, corrected");
    await field.fill("250 million");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText('got "250 million", expected an amount').waitFor();
    await field.fill("250000000 USD");
    await page.keyboard.press("Enter");
    await told(page, "Corrected: Value: $250 m.");
    await page.locator(".facts", { hasText: "$250 m" }).waitFor();
    await standing(page, "Value: $250 m", "accepted by local user").waitFor();
    await standing(page, "Value: $240 m", "rejected by local user").waitFor();
    await page.keyboard.press("u");
    await page.locator(".facts", { hasText: "$240 m" }).waitFor();
    await page.context().close();
  });

  test("sources that disagree show every value with its sentence and the reason", async () => {
    const found = (await listed<Conflicting>(CONFLICTS)).find(({ conflicts }) => conflicts.length > 0);
    const [conflict] = found?.conflicts ?? [];
    if (!found || !conflict) throw new Error("got no conflict, expected one in the seed");
    const { page } = await open(`/?agreement=${found.id}`);
    const section = page.locator(".conflict").first();
    await section.getByText(conflict.reason).waitFor();
    expect(await section.locator("q").allTextContents()).toEqual(
      [conflict.chosen, ...conflict.others].map(({ evidence }) => evidence.quote),
    );
    await section.locator("button").last().click();
    await page.locator("mark.is-selected").waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });

  test("every step of an agreement has its date and its source, which opens", async () => {
    const steps = [...(await listed<Laddered>(LADDERS))].sort((a, b) => b.ladder.length - a.ladder.length)[0];
    expect(steps?.ladder.length).toBeGreaterThan(1);
    const { page } = await open(`/?agreement=${steps?.id}`);
    const rungs = page.locator(".rungs > ol > li");
    await rungs.first().waitFor();
    expect(await rungs.count()).toBe(steps?.ladder.length);
    expect(await page.locator(".rungs .link").count()).toBe(
      steps?.ladder.reduce((sum, { claims }) => sum + claims.length, 0),
    );
    await page.locator(".rungs .link").first().click();
    await page.locator("mark.is-selected").waitFor();
    expect(new URL(page.url()).searchParams.get("claim")).toMatch(/^claim:/);
    await page.context().close();
  });

  test.each([
    ["light", LIGHT],
    ["dark", DARK],
    ["phone", PHONE],
  ])("axe finds no fault in the judging of evidence and in the retraction: %s", async (_name, options) => {
    const { page } = await open(`/?agreement=${loan}`, options);
    await page.locator(".claim-actions").first().waitFor();
    await page.getByRole("button", { name: "Merge with another…" }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Retract…" }).click();
    await page
      .getByRole("dialog", { name: "Retract this source" })
      .getByText("will no longer count")
      .waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });

  test("a source is retracted with a reason, and only after saying what leaves", async () => {
    const { page } = await open(`/?agreement=${loan}`);
    await page.getByRole("button", { name: "Retract…" }).click();
    const dialog = page.getByRole("dialog", { name: "Retract this source" });
    await dialog.locator(".retract-list li").first().waitFor();
    const confirm = dialog.getByRole("button", { name: /^Retract \d+ claims$/ });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel("Why is it retracted?").fill("withdrawn by its publisher");
    await confirm.click();
    await told(page, `Retracted “${ARTICLE.title}”`);
    await page.getByText("This agreement is not in the graph.").waitFor();
    const { node } = (await ask(entente.url, "query ($id: ID!) { node(id: $id) { id } }", { id: loan })) as {
      node: unknown;
    };
    expect(node).toBeNull();
    await page.keyboard.press("h");
    await page.locator(".history-log button", { hasText: "Ingest" }).first().click();
    // The past answers as it was known then: the sentence counts, and nothing says yet that its source will be retracted.
    await page.locator("mark.is-selected", { hasText: "240 million" }).first().waitFor();
    expect(await page.locator(".source-retracted").count()).toBe(0);
    await page.context().close();
  });
});
