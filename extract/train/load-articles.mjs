// The labelled articles to learn from: our own, the seed's briefs, and the reference folds where they are present.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EXPECTED_DEALS, loadBriefs } from "@entente/seed";
import { proposeDeals } from "../dist/analyze-article.js";
import { labelCandidates } from "./label-candidates.mjs";

// Its folder `held-out` is for the regression table and is not read here.
const OWN = join(import.meta.dirname, "../labelled");

function readFolder(folder, fold) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({ ...JSON.parse(readFileSync(join(folder, name), "utf8")), fold, folder }))
    .filter((article) => article.text && article.deals);
}

/** The briefs' table says no evidence; any sentence of a brief may tell its deals. */
const readBriefs = () =>
  loadBriefs().map((brief) => ({
    ...brief,
    fold: "seed",
    deals: EXPECTED_DEALS.filter((deal) => deal.brief === brief.id).map((deal) => ({
      ...deal,
      status: deal.status === "suspended" ? "ended" : deal.status,
      values: (deal.values ?? []).map((value) => ({ ...value, amount: Number(value.amount) })),
      evidence: [brief.text],
    })),
  }));

/** How much an example counts by the care of its labels: those of `dev` were checked twice. */
const CARE = { dev: 1.5, own: 1.3, seed: 3, train: 1 };

/** Candidates of an article as training examples. */
function addExamples(article) {
  const { title, text, published, publisher, url } = article;
  const proposal = proposeDeals({ title, text, published, publisher, url });
  const { doc } = proposal.found;
  const candidates = proposal.candidates.map((candidate) => {
    const sentence = doc.sentences[candidate.mention.sentence];
    return { ...candidate, sentence: doc.text.slice(sentence?.start, sentence?.end) };
  });
  const labels = labelCandidates(article, candidates);
  const examples = candidates.map((candidate, at) => ({
    features: candidate.read,
    article: article.id,
    ...labels[at],
    weight: labels[at].weight * CARE[article.fold],
  }));
  return { ...article, proposal, examples };
}

/** `reference` is a folder with the folds `dev` and `train`; without it only our own texts are read. Never `blind`. */
export function loadArticles(reference) {
  const folds = reference ? ["dev", "train"] : [];
  return [
    ...readFolder(OWN, "own"),
    ...readBriefs(),
    ...folds.flatMap((fold) => readFolder(join(reference, fold), fold)),
  ].map(addExamples);
}
