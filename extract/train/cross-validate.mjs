// node extract/train/cross-validate.mjs: scores of each fold by models that never saw the article (ten parts, by
// article). ENTENTE_REFERENCE names the folder of the reference folds and their scorer. Settings: name=value.
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { concludeDeals } from "../dist/analyze-article.js";
import { summarizeArticle } from "../dist/facts/summarize-article.js";
import { fitDecision, SETTINGS } from "./fit-decision.mjs";
import { compareToGold } from "./label-candidates.mjs";
import { loadArticles } from "./load-articles.mjs";

const PARTS = 10;
const reference = process.env.ENTENTE_REFERENCE;
if (!reference)
  throw new Error("ENTENTE_REFERENCE is not set: expected a folder with dev/, train/ and score.mjs");

const asked = Object.fromEntries(process.argv.slice(2).map((pair) => pair.split("=")));
const settings = { ...SETTINGS };
for (const [name, value] of Object.entries(asked)) if (name in settings) settings[name] = Number(value);
const keepFrom = asked.keepFrom ? Number(asked.keepFrom) : undefined;

/** The part of an article by a hash of its id: the same in every run, and when articles are added. */
function partOf(id) {
  let hash = 2166136261;
  for (const character of id) hash = Math.imul(hash ^ character.codePointAt(0), 16777619);
  return (hash >>> 8) % PARTS;
}

const articles = loadArticles(reference);
const models = Array.from({ length: PARTS }, (_, part) =>
  fitDecision(
    articles.filter((article) => partOf(article.id) !== part),
    settings,
  ),
);
const examples = articles.flatMap((article) => article.examples);
process.stdout.write(
  `${articles.length} articles, ${examples.length} candidates, ${examples.filter((example) => example.gold).length} of deals\n`,
);
/** Each kept deal of an article with whether it is one of the labelled; those of disputed ones are left out. */
function judged(article) {
  const { deals, doc } = concludeDeals(article.proposal, models[partOf(article.id)], keepFrom);
  const pairs = deals
    .flatMap((deal, at) =>
      article.deals.map((gold) => {
        const sentence = deal.sentences
          .map((index) => doc.text.slice(doc.sentences[index].start, doc.sentences[index].end))
          .join(" ");
        return { at, gold, ...compareToGold(gold, { mention: deal, sentence }) };
      }),
    )
    .filter(({ score }) => score >= 0.4)
    .sort((a, b) => b.score - a.score);
  const golds = new Map();
  const taken = new Set();
  for (const { at, gold } of pairs)
    if (!golds.has(at) && !taken.has(gold)) {
      golds.set(at, gold);
      taken.add(gold);
    }
  return deals.flatMap((deal, at) =>
    golds.get(at)?.optional ? [] : [{ confidence: deal.confidence, right: golds.has(at) }],
  );
}

/** How often deals of each confidence are right: what EVALUATION.md shows. */
function printReliability(inFolds) {
  const kept = inFolds.flatMap(judged);
  for (const [from, to] of [
    [0, 0.6],
    [0.6, 0.7],
    [0.7, 0.8],
    [0.8, 0.9],
    [0.9, 1],
  ]) {
    const bin = kept.filter(({ confidence }) => confidence >= from && confidence < to);
    const mean = bin.reduce((sum, { confidence }) => sum + confidence, 0) / bin.length;
    const right = bin.filter((deal) => deal.right).length;
    process.stdout.write(
      `confidence ${from}-${to}: ${bin.length} deals, said ${mean.toFixed(2)}, right ${(right / bin.length).toFixed(2)}\n`,
    );
  }
}

const folder = mkdtempSync(join(tmpdir(), "entente-folds-"));
for (const fold of ["dev", "train", "own"]) {
  const inFold = articles.filter((article) => article.fold === fold);
  const gold = inFold[0]?.folder;
  if (!gold) continue;
  const lines = inFold.map((article) =>
    JSON.stringify(
      summarizeArticle(article.id, concludeDeals(article.proposal, models[partOf(article.id)], keepFrom)),
    ),
  );
  const file = join(folder, `${fold}.ndjson`);
  writeFileSync(file, lines.join("\n"));
  const report = JSON.parse(
    execFileSync("node", [join(reference, "score.mjs"), gold, file, "--json"], { encoding: "utf8" }),
  );
  const slots = ["facts", "deal", "party", "kind", "status", "date", "value"]
    .map(
      (slot) =>
        `${slot} ${report[slot].p.toFixed(3)}/${report[slot].r.toFixed(3)}/${report[slot].f1.toFixed(3)}`,
    )
    .join("  ");
  process.stdout.write(`${fold}: ${slots}  empty ${report.cleanNegatives}/${report.negatives}\n`);
}
printReliability(articles.filter((article) => article.fold !== "seed"));
