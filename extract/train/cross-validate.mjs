// node extract/train/cross-validate.mjs: scores of each fold by models that never saw the article (ten parts, by
// article). ENTENTE_REFERENCE names the folder of the reference folds and their scorer. Settings: name=value.
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { concludeDeals } from "../dist/analyze-article.js";
import { summarizeArticle } from "../dist/facts/summarize-article.js";
import { fitDecision, SETTINGS } from "./fit-decision.mjs";
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
