import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { analyzeArticle, summarizeArticle, type ArticleSummary } from "@entente/extract";
import { describe, expect, it, test } from "vitest";
import { describeReference } from "../setup/reference.ts";
import { folderOf, readLabelledArticles, type Fold, type LabelledArticle } from "./labelled-articles.ts";
import { precisionOf, recallOf, scoreArticles, SLOTS } from "./score-articles.ts";
import { parseTable, printScore } from "./score-table.ts";

const TABLE = join(import.meta.dirname, "extraction-table.md");
/** `npm run renew-table` writes the table anew; it is then reviewed like any other change. */
const RENEWS = process.env.ENTENTE_RENEW_TABLE === "1";
/** Most that a slot may fall unnoticed. */
const MAX_FALL = 0.01;

const FOLDS = [
  ["Held-out articles", "held-out"],
  ["Articles that rules and weights are made from", "own"],
] as const satisfies readonly (readonly [string, Fold])[];

const HEAD = `# How well the default extractor reads our own labelled articles

Precision, recall and F1 by slot; a missed or false deal is charged to all its slots. A test fails where a figure falls
by more than ${MAX_FALL}. \`npm run renew-table\` writes this file. The second table says only what was learned, not how well.
`;

function read({ id, title, text, published, publisher }: LabelledArticle): ArticleSummary {
  const known = { ...(published !== null && { published }), ...(publisher !== undefined && { publisher }) };
  return summarizeArticle(id, analyzeArticle({ title, text, ...known }));
}

const summaries = new Map<LabelledArticle, ArticleSummary>();
const readOnce = (article: LabelledArticle): ArticleSummary => {
  const summary = summaries.get(article) ?? read(article);
  summaries.set(article, summary);
  return summary;
};
const scored = FOLDS.map(([title, fold]) => {
  const articles = readLabelledArticles(fold);
  return { title, fold, articles, score: scoreArticles(articles, readOnce) };
});
const current = [
  HEAD,
  ...scored.map(({ title, articles, score }) => `${printScore(title, articles.length, score)}\n`),
].join("\n");
if (RENEWS) writeFileSync(TABLE, current);

describe("the table of extraction", () => {
  const [before, now] = [parseTable(readFileSync(TABLE, "utf8")), parseTable(current)];

  it("has precision and recall of every slot for every fold", () =>
    expect([...before.keys()].sort()).toEqual([...now.keys()].sort()));

  it.each([...before])("%s has not fallen below %f", (name, figure) =>
    expect(now.get(name)).toBeGreaterThanOrEqual(name.endsWith("empty") ? figure : figure - MAX_FALL),
  );
});

test("the scorer charges missed and false deals to their slots, and counts optional ones neither way", () => {
  const deal = {
    parties: ["KEN", "org:The Big Bank"],
    kind: "loan",
    status: "signed",
    date: "2020-01",
    values: [{ amount: 100, currency: "USD" }],
    count: null,
    sectors: ["water"],
    evidence: ["Kenya signed a loan."],
  };
  const other = { ...deal, parties: ["FRA", "DEU"], evidence: ["France met Germany."] };
  const article = {
    id: "a",
    title: "",
    text: "",
    published: null,
    negative: false,
    countries: ["KEN"],
    blocs: [],
    people: ["Ann Lee"],
    money: [],
  };
  const found = { id: "a", countries: ["KEN", "FRA"], blocs: [], people: [], money: [] };
  const score = (labelled: LabelledArticle["deals"], deals: ArticleSummary["deals"]) => {
    const { slots } = scoreArticles([{ ...article, deals: labelled }], () => ({ ...found, deals }));
    return Object.fromEntries(SLOTS.map((slot) => [slot, Object.values(slots[slot])]));
  };
  const same = {
    ...deal,
    parties: ["ken", "org:Big Bank"],
    date: "2020-01-05",
    status: "signed" as const,
    values: [{ amount: 100.2, currency: "USD" }],
  };
  expect(score([deal], [same])).toMatchObject({
    facts: [7, 7, 7],
    deal: [1, 1, 1],
    party: [2, 2, 2],
    date: [1, 1, 1],
    value: [1, 1, 1],
    countries: [1, 1, 2],
    people: [0, 1, 0],
  });
  expect(score([deal], [])).toMatchObject({ facts: [0, 7, 0], party: [0, 2, 0], date: [0, 1, 0] });
  expect(score([], [same])).toMatchObject({ facts: [0, 0, 6], party: [0, 0, 2], date: [0, 0, 0] });
  expect(score([{ ...deal, optional: true }], [same])).toMatchObject({ facts: [0, 0, 0], deal: [0, 0, 0] });
  expect(score([deal, other], [same])).toMatchObject({ deal: [1, 2, 1], kind: [1, 2, 1] });
});

describeReference("the scorer", (folder) => {
  it("agrees with the corpus scorer about every slot", () => {
    const work = mkdtempSync(join(tmpdir(), "entente-score-"));
    try {
      for (const { fold, articles, score } of scored) {
        const predictions = join(work, `${fold}.ndjson`);
        writeFileSync(predictions, articles.map((article) => JSON.stringify(readOnce(article))).join("\n"));
        const program = join(folder, "corpus/score.mjs");
        const report = JSON.parse(
          execFileSync(process.execPath, [program, folderOf(fold), predictions, "--json"], {
            encoding: "utf8",
          }),
        ) as Record<string, { p: number; r: number; n: number }> & {
          negatives: number;
          cleanNegatives: number;
        };
        for (const slot of SLOTS) {
          const tally = score.slots[slot];
          const { p, r, n } = report[slot] ?? {};
          expect([slot, p, r, n]).toEqual([
            slot,
            round(precisionOf(tally)),
            round(recallOf(tally)),
            tally.labelled,
          ]);
        }
        expect([report.negatives, report.cleanNegatives]).toEqual([score.negatives, score.emptyNegatives]);
      }
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
});

const round = (share: number): number => Math.round(share * 1000) / 1000;
