// Fits the three decisions about candidates: is it a deal, of which kind, with which status.
import { AGREEMENT_KINDS } from "@entente/graph-schema";
import { choiceModel, fitClasses, listFeatures } from "./fit-linear.mjs";
import { fitTrees } from "./fit-trees.mjs";

const STATUSES = ["proposed", "negotiating", "agreed", "signed", "in-force", "completed", "ended"];

/** Chosen by out-of-fold scores; the priors are how far the rules are believed before anything is learned. */
export const SETTINGS = {
  kindRidge: 10,
  statusRidge: 10,
  kindPrior: 9,
  statusPrior: 7,
  leastArticles: 8,
};

/** Learns from the examples of `articles`. */
export function fitDecision(articles, settings = SETTINGS) {
  const examples = articles.flatMap((article) => article.examples).filter((example) => example.weight > 0);
  const deals = examples.filter((example) => example.gold);
  const told = listFeatures(deals, 3);
  const choose = (slot, classes, { ridge, prior }) =>
    choiceModel(
      fitClasses(
        (slot === "status" ? deals.filter((example) => !example.earlier) : deals).map((example) => ({
          ...example,
          label: example.gold[slot],
        })),
        classes,
        { names: told, ridge, prior: (feature, label) => (feature === `${slot}:${label}` ? prior : 0) },
      ),
    );
  return {
    deal: fitTrees(
      examples.map((example) => ({ ...example, label: example.gold !== null })),
      listFeatures(examples, settings.leastArticles),
    ),
    kind: choose("kind", [...AGREEMENT_KINDS], { ridge: settings.kindRidge, prior: settings.kindPrior }),
    status: choose("status", STATUSES, { ridge: settings.statusRidge, prior: settings.statusPrior }),
  };
}
