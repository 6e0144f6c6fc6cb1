import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeBrowser, launchBrowser } from "../setup/launch-browser.ts";
import { startEntente, type RunningEntente } from "../setup/start-entente.ts";
import { ask, axeFaults, DARK, LIGHT, openPage, PHONE, storeArticle, told } from "./explorer-page.ts";

const FIRST = {
  title: "Kenya and Japan agree on a port loan",
  text: "NAIROBI - Kenya and Japan signed a loan agreement worth 240 million U.S. dollars on 14 March 2024 to widen the port of Mombasa.",
  published: "2024-03-15",
};
const SECOND = {
  title: "Tokyo and Nairobi conclude a treaty",
  text: "TOKYO - Japan and Kenya signed a treaty on taxes on 2 May 2021.",
  published: "2021-05-03",
};
/** Alike enough to ask about, not alike enough to join: the figures differ. */
const NEAR_EQUAL = [
  {
    title: "Bolivia and Chile sign",
    text: "LIMA - Bolivia and Chile signed a grant worth 5 million dollars for schools on 3 March 2019.",
    published: "2019-03-05",
  },
  {
    title: "Chile and Bolivia sign",
    text: "SANTIAGO - Chile and Bolivia signed a grant worth 6 million dollars for schools on 3 March 2019.",
    published: "2019-03-06",
  },
];
const STATE = "query ($id: ID!) { node(id: $id) { id ... on Agreement { name mergedIds } } }";

interface State {
  readonly id: string;
  readonly name: string;
  readonly mergedIds: readonly string[];
}

describeBrowser("explorer: two records of one thing", () => {
  let entente: RunningEntente;
  let browser: Browser;
  let one: State = { id: "", name: "", mergedIds: [] };
  let other: State = one;

  const stateOf = async (id: string) => ((await ask(entente.url, STATE, { id })) as { node: State }).node;

  beforeAll(async () => {
    [entente, browser] = await Promise.all([startEntente(), launchBrowser()]);
    const [loan = ""] = await storeArticle(entente.url, FIRST);
    const [treaty = ""] = await storeArticle(entente.url, SECOND);
    [one, other] = [await stateOf(loan), await stateOf(treaty)];
  });
  afterAll(async () => {
    await browser.close();
    await entente.stop();
  });

  const open = (path: string, options = LIGHT) => openPage(browser, `${entente.url}${path}`, options);
  /** Merges the record whose page is open with the first that this name finds. */
  const mergeHere = async (page: Page, name: string) => {
    await page.getByRole("button", { name: "Merge with another…" }).click();
    await page.getByRole("combobox", { name: /^Which one is the same/ }).fill(name);
    await page.locator(".picker [role=option]").first().click();
    await page.getByTestId("merge-preview").waitFor();
    await page.getByLabel("Why are they one?").fill("for the test");
    await page.getByRole("button", { name: "Merge", exact: true }).click();
  };
  const startMerge = async (options = LIGHT) => {
    const { page, faults } = await open(`/?agreement=${one.id}`, options);
    await page.getByRole("button", { name: "Merge with another…" }).click();
    await page.getByRole("combobox", { name: `Which one is the same as ${one.name}?` }).fill(other.name);
    await page.getByRole("option", { name: other.name }).first().click();
    await page.getByTestId("merge-preview").waitFor();
    return { page, faults };
  };

  test("a merge from an agreement's page is previewed with its conflicts, made, and undone on the page", async () => {
    expect(one.id).not.toBe(other.id);
    const { page, faults } = await startMerge();
    const preview = page.getByTestId("merge-preview");
    await preview.getByText(/^\d+ claims would move\./).waitFor();
    await preview.getByText("Its sources would disagree").waitFor();
    const confirm = page.getByRole("button", { name: "Merge", exact: true });
    expect(await confirm.isDisabled()).toBe(true);
    expect((await stateOf(one.id)).mergedIds).toEqual([]);
    await page.getByLabel("Why are they one?").fill("the same paper");
    await confirm.click();
    await told(page, `Merged ${other.name} into ${one.name}`);
    expect((await stateOf(other.id)).id).toBe(one.id);
    const link = page.locator(".identity li", { hasText: `Merged with ${other.name}` });
    await link.getByText("by local user").waitFor();
    await link.getByText("the same paper").waitFor();
    await page.reload();
    await link.getByRole("button", { name: "Undo merge" }).click();
    await told(page, "Merge undone");
    await link.waitFor({ state: "detached" });
    expect((await stateOf(other.id)).id).toBe(other.id);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("the other one can be kept instead, and the notice takes the merge back", async () => {
    const { page } = await startMerge();
    await page.getByRole("radio", { name: other.name }).check();
    await page.getByTestId("merge-preview").waitFor();
    await page.getByLabel("Why are they one?").fill("the same paper");
    await page.getByRole("button", { name: "Merge", exact: true }).click();
    await told(page, `Merged ${one.name} into ${other.name}`);
    expect((await stateOf(one.id)).id).toBe(other.id);
    await page.getByRole("button", { name: "Undo", exact: false }).first().click();
    await told(page, "Merge undone");
    expect((await stateOf(one.id)).id).toBe(one.id);
    await page.context().close();
  });

  test("a person found by search has a page with its sentences, and is merged from there", async () => {
    const { page, faults } = await open("/");
    await page.getByRole("combobox").fill("Marco Rubio");
    await page.getByRole("option", { name: "Marco Rubio" }).first().click();
    await page.getByRole("heading", { name: "Marco Rubio" }).waitFor();
    await page.locator("mark.is-selected").waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await mergeHere(page, "Mark Rutte");
    await told(page, "Merged Mark Rutte into Marco Rubio");
    await page.locator(".identity li", { hasText: "Merged with Mark Rutte" }).waitFor();
    await page.keyboard.press("u");
    await told(page, "Merge undone");
    await page.locator(".identity li").waitFor({ state: "detached" });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("an organization is merged from its page in the graph", async () => {
    const query = `{ search(query: "bank", types: [ORGANIZATION], first: 2) { nodes { label entity { id } } } }`;
    const { search } = (await ask(entente.url, query)) as {
      search: { nodes: readonly { label: string; entity: { id: string } }[] };
    };
    const [bank, second] = search.nodes;
    if (!bank || !second) throw new Error("got fewer than two banks, expected them in the seed");
    const { page } = await open(`/?at=${bank.entity.id}`);
    await page.getByRole("heading", { name: bank.label }).waitFor();
    await mergeHere(page, second.label);
    await told(page, `Merged ${second.label} into ${bank.label}`);
    await page
      .locator(".identity li", { hasText: "Merged with" })
      .getByRole("button", { name: "Undo merge" })
      .click();
    await told(page, "Merge undone");
    await page.context().close();
  });

  test("an empty queue says so", async () => {
    const { page } = await open("/");
    await page.getByRole("combobox").waitFor();
    await page.keyboard.press("p");
    await page.getByRole("heading", { name: "Possible duplicates" }).waitFor();
    await page.getByText("No pair waits.").waitFor();
    await page.context().close();
  });

  test("a pair is seen side by side with its differences, told apart, merged, and both taken back", async () => {
    for (const article of NEAR_EQUAL) await storeArticle(entente.url, article);
    const { page, faults } = await open("/?desk=duplicates");
    await page.locator(".pair-reasons").getByText("Same parties").waitFor();
    await page.locator(".compare .is-different", { hasText: "$5 m" }).getByText("$6 m").waitFor();
    expect(await page.locator(".compare .is-different th", { hasText: "Kind" }).count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press("x");
    await told(page, /^Not the same: /);
    await page.keyboard.press("u");
    await told(page, /^Taken back: /);
    await page.keyboard.press("m");
    await page.getByTestId("merge-preview").getByText("Its sources would disagree").waitFor();
    await page.getByLabel("Why are they one?").fill("one grant, two figures");
    await page.getByRole("button", { name: "Merge", exact: true }).click();
    await told(page, /^Merged /);
    await page.getByText("0 pairs wait").waitFor();
    await page.keyboard.press("u");
    await told(page, "Merge undone");
    await page.getByText("1 pair waits").waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test.each([
    ["light", LIGHT],
    ["dark", DARK],
    ["phone", PHONE],
  ])("axe finds no fault in the merge dialog: %s", async (_name, options) => {
    const { page } = await startMerge(options);
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });
});
