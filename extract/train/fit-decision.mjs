// Fits the three decisions about candidates: is it a deal, of which kind, with which status.
import { AGREEMENT_KINDS } from "@entente/graph-schema";
import { binaryModel, choiceModel, fitClasses, listFeatures } from "./fit-linear.mjs";

const STATUSES = ["proposed", "negotiating", "agreed", "signed", "in-force", "completed", "ended"];

/** Chosen by out-of-fold scores; the priors are how far the rules are believed before anything is learned. */
export const SETTINGS = {
  dealRidge: 15,
  kindRidge: 10,
  statusRidge: 10,
  dealPrior: 2,
  kindPrior: 9,
  statusPrior: 6,
  leastArticles: 4,
};

/** Learns from the examples of `articles`. */
export function fitDecision(articles, settings = SETTINGS) {
  const examples = articles.flatMap((article) => article.examples).filter((example) => example.weight > 0);
  const deals = examples.filter((example) => example.gold);
  const told = listFeatures(deals, 3);
  const yes = fitClasses(
    examples.map((example) => ({ ...example, label: example.gold ? "yes" : "no" })),
    ["no", "yes"],
    {
      names: listFeatures(examples, settings.leastArticles),
      ridge: settings.dealRidge,
      prior: (feature, label) => (feature === "says:keep" && label === "yes" ? settings.dealPrior : 0),
    },
  );
  const choose = (slot, classes, { ridge, prior }) =>
    choiceModel(
      fitClasses(
        deals.map((example) => ({ ...example, label: example.gold[slot] })),
        classes,
        { names: told, ridge, prior: (feature, label) => (feature === `${slot}:${label}` ? prior : 0) },
      ),
    );
  return {
    deal: binaryModel(yes),
    kind: choose("kind", [...AGREEMENT_KINDS], { ridge: settings.kindRidge, prior: settings.kindPrior }),
    status: choose("status", STATUSES, { ridge: settings.statusRidge, prior: settings.statusPrior }),
  };
}
