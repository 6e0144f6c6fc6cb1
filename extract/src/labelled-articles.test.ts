import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  AGREEMENT_KINDS,
  AGREEMENT_STATUSES,
  SECTORS,
  findBloc,
  findCountry,
  findCurrency,
} from "@entente/graph-schema";
import { describe, expect, it } from "vitest";
import { EXTRA_BLOCS } from "./data/extra-blocs.ts";

interface LabelledMoney {
  readonly amount: number;
  readonly currency: string;
}

interface LabelledDeal {
  readonly id: string;
  readonly parties: readonly string[];
  readonly kind: string;
  readonly status: string;
  readonly date: string | null;
  readonly values: readonly LabelledMoney[];
  readonly count: number | null;
  readonly sectors: readonly string[];
  readonly evidence: readonly string[];
  readonly optional?: true;
}

interface LabelledArticle {
  readonly id: string;
  readonly url: string | null;
  readonly publisher: string;
  readonly title: string;
  readonly published: string | null;
  readonly text: string;
  readonly negative: boolean;
  readonly deals: readonly LabelledDeal[];
  readonly countries: readonly string[];
  readonly blocs: readonly string[];
  readonly people: readonly string[];
  readonly money: readonly LabelledMoney[];
}

interface LabelledFile {
  readonly name: string;
  readonly article: LabelledArticle;
}

const FOLDER = join(import.meta.dirname, "../labelled");
const ARTICLE_KEYS =
  "id url publisher title published text negative deals countries blocs people money".split(" ");
const DEAL_KEYS = "id parties kind status date values count sectors evidence".split(" ");
const STATUSES: readonly string[] = AGREEMENT_STATUSES.filter((status) => status !== "suspended");
const BLOC_CODES = new Set(EXTRA_BLOCS.map(([code]) => code));
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

function readFolder(folder: string): LabelledFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({
      name,
      article: JSON.parse(readFileSync(join(folder, name), "utf8")) as LabelledArticle,
    }));
}

const open = readFolder(FOLDER);
const heldOut = readFolder(join(FOLDER, "held-out"));
const files = [...open, ...heldOut];

const isBloc = (code: string) => findBloc(code) !== undefined || BLOC_CODES.has(code);
const isCountry = (code: string) => /^[A-Z]{3}$/.test(code) && findCountry(code) !== undefined;
const sameMoney = (a: LabelledMoney, b: LabelledMoney) => a.amount === b.amount && a.currency === b.currency;
const repeated = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at);

function* moneyFaults(amounts: readonly LabelledMoney[]) {
  for (const { amount, currency } of amounts) {
    if (!(Number.isFinite(amount) && amount > 0)) yield `amount ${amount}: expected above 0`;
    if (!findCurrency(currency)) yield `currency ${currency}: expected ISO 4217`;
  }
  yield* repeated(amounts.map((money) => JSON.stringify(money))).map((money) => `${money} is listed twice`);
}

function* partyFaults(party: string, article: LabelledArticle) {
  if (party.startsWith("org:")) {
    const name = party.slice("org:".length);
    if (!article.text.includes(name)) yield `party ${name}: expected a name as written in the text`;
  } else if (!article.countries.includes(party) && !article.blocs.includes(party))
    yield `party ${party}: expected one of the article's countries or blocs`;
}

function* dealFaults(deal: LabelledDeal, article: LabelledArticle) {
  const keys = Object.keys(deal).filter((key) => key !== "optional");
  if (keys.join() !== DEAL_KEYS.join()) yield `keys ${keys.join()}: expected ${DEAL_KEYS.join()}`;
  if (deal.parties.length === 0) yield "parties: expected at least one";
  for (const party of deal.parties) yield* partyFaults(party, article);
  yield* repeated(deal.parties).map((party) => `party ${party} is listed twice`);
  if (!AGREEMENT_KINDS.some((kind) => kind === deal.kind)) yield `kind ${deal.kind}`;
  if (!STATUSES.includes(deal.status)) yield `status ${deal.status}`;
  if (deal.date !== null && !DATE.test(deal.date)) yield `date ${deal.date}: expected YYYY[-MM[-DD]]`;
  if (deal.date !== null && article.published !== null && deal.date > article.published)
    yield `date ${deal.date}: expected none after ${article.published}`;
  if (deal.count !== null && !(Number.isInteger(deal.count) && deal.count > 0)) yield `count ${deal.count}`;
  for (const sector of deal.sectors) if (!SECTORS.some((key) => key === sector)) yield `sector ${sector}`;
  yield* moneyFaults(deal.values);
  for (const value of deal.values)
    if (!article.money.some((money) => sameMoney(money, value)))
      yield `value ${value.currency} ${value.amount}: expected it among the article's money`;
  if (deal.evidence.length === 0) yield "evidence: expected at least one quote";
  for (const quote of deal.evidence)
    if (quote === "" || quote.includes("\n") || !article.text.includes(quote))
      yield `evidence "${quote}": expected a quote from one paragraph`;
  if (deal.optional !== undefined && !deal.optional) yield "optional: expected true or nothing";
}

/** What is wrong with one labelled article, one line a fault. */
function findLabelFaults({ name, article }: LabelledFile): string[] {
  const keys = Object.keys(article).join();
  const words = article.text.split(/\s+/).length;
  const faults = [
    ...(keys === ARTICLE_KEYS.join() ? [] : [`keys ${keys}: expected ${ARTICLE_KEYS.join()}`]),
    ...(name === `${article.id}.json` ? [] : [`id ${article.id}: expected the file's name`]),
    ...(article.published === null || /^\d{4}-\d{2}-\d{2}$/.test(article.published) ? [] : ["published"]),
    ...(words >= 90 && words <= 720 ? [] : [`text of ${words} words: expected 90 to 720`]),
    ...(article.negative === (article.deals.length === 0)
      ? []
      : ["negative: expected exactly when no deals"]),
    ...article.countries.filter((code) => !isCountry(code)).map((code) => `country ${code}`),
    ...article.blocs.filter((code) => !isBloc(code)).map((code) => `bloc ${code}`),
    ...article.people.filter((person) => !article.text.includes(person)).map((person) => `person ${person}`),
    ...repeated([...article.countries, ...article.people]).map((value) => `${value} is listed twice`),
    ...repeated(article.blocs).map((value) => `${value} is listed twice`),
    ...repeated(article.deals.map(({ id }) => id)).map((id) => `two deals are ${id}`),
    ...moneyFaults(article.money),
    ...article.deals.flatMap((deal) => [...dealFaults(deal, article)].map((fault) => `${deal.id}: ${fault}`)),
  ];
  return faults.map((fault) => `${name}: ${fault}`);
}

describe("our own labelled articles", () => {
  it("are labelled in the format and with the words of the guideline, with exact quotes", () => {
    expect(files.flatMap(findLabelFaults)).toEqual([]);
  });

  it("have ids and texts of their own, also across the held-out ones", () => {
    expect(repeated(files.map(({ article }) => article.id))).toEqual([]);
    expect(repeated(files.map(({ article }) => article.text))).toEqual([]);
    const openings = files.map(({ article }) => article.text.slice(0, 60));
    expect(repeated(openings)).toEqual([]);
  });

  it("number over a hundred, a quarter of them held out, some without a deal in either part", () => {
    expect(open.length).toBeGreaterThanOrEqual(110);
    expect(heldOut.length).toBeGreaterThanOrEqual(30);
    for (const part of [open, heldOut])
      expect(part.filter(({ article }) => article.negative).length).toBeGreaterThanOrEqual(5);
  });

  it("tell every kind and every status, beside those that readers disagree about", () => {
    const deals = files.flatMap(({ article }) => article.deals.filter(({ optional }) => !optional));
    expect(new Set(deals.map(({ kind }) => kind))).toEqual(new Set(AGREEMENT_KINDS));
    expect(new Set(deals.map(({ status }) => status))).toEqual(new Set(STATUSES));
  });
});
