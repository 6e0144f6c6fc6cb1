// node extract/train/train-model.mjs: learns the decisions and writes extract/src/data/decision-weights.ts.
// ENTENTE_REFERENCE names the folder of the reference folds (dev, train), where present. No randomness: the same
// articles give the same file.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fitDecision } from "./fit-decision.mjs";
import { loadArticles } from "./load-articles.mjs";

const articles = loadArticles(process.env.ENTENTE_REFERENCE);
const model = fitDecision(articles);

const entry = ([name, weight]) => `      ${JSON.stringify(name)}: ${JSON.stringify(weight)},`;
const table = (weights) => Object.entries(weights).map(entry).join("\n");
const choice = ({ classes, bias, weights }) =>
  `{\n    classes: ${JSON.stringify(classes)},\n    bias: ${JSON.stringify(bias)},\n    weights: {\n${table(weights)}\n    },\n  }`;

const tree = (branch) => JSON.stringify(branch);

writeFileSync(
  join(import.meta.dirname, "../src/data/decision-weights.ts"),
  `import type { DecisionModel } from "../decide/decision-model.ts";

/**
 * Learned by \`node extract/train/train-model.mjs\`; do not edit by hand. Whether a candidate is a deal: one tree a line,
 * [feature, where it is there, where not], in log-odds. Kind and status: feature → log-odds, one column a class.
 */
export const DECISION_MODEL: DecisionModel = {
  deal: {
    bias: ${model.deal.bias},
    trees: [
${model.deal.trees.map((one) => `      ${tree(one)},`).join("\n")}
    ],
  },
  kind: ${choice(model.kind)},
  status: ${choice(model.status)},
};
`,
);
