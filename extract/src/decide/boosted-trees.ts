/** What a tree adds to the log-odds: a number, or a question with the branches for yes and for no. */
export type Tree = number | readonly [feature: string, yes: Tree, no: Tree];

/** The log-odds of yes are the bias and what each tree adds. */
export interface TreeModel {
  readonly bias: number;
  readonly trees: readonly Tree[];
}

const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));

function leafOf(tree: Tree, features: ReadonlySet<string>): number {
  let at = tree;
  while (typeof at !== "number") at = features.has(at[0]) ? at[1] : at[2];
  return at;
}

/** Probability that the answer is yes. */
export function probabilityOf(model: TreeModel, features: readonly string[]): number {
  const has = new Set(features);
  let logit = model.bias;
  for (const tree of model.trees) logit += leafOf(tree, has);
  return logistic(logit);
}

/** Mean of the leaves below a branch: what it adds before its questions are answered. */
const meanOf = (tree: Tree): number =>
  typeof tree === "number" ? tree : (meanOf(tree[1]) + meanOf(tree[2])) / 2;

/**
 * The answers that moved a decision most, strongest first: for explanations. Each question on the way through a tree is
 * credited with the change from the mean of its branches to the branch taken; "no:" marks a feature that is absent.
 */
export function decidingFeatures(model: TreeModel, features: readonly string[], most: number): string[] {
  const has = new Set(features);
  const moved = new Map<string, number>();
  for (const tree of model.trees) {
    let at = tree;
    while (typeof at !== "number") {
      const [feature, yes, no] = at;
      const taken: Tree = has.has(feature) ? yes : no;
      const name = has.has(feature) ? feature : `no:${feature}`;
      moved.set(name, (moved.get(name) ?? 0) + meanOf(taken) - meanOf(at));
      at = taken;
    }
  }
  return [...moved]
    .filter(([, weight]) => Math.abs(weight) >= 0.05)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .slice(0, most)
    .map(([name, weight]) => `${name}${weight > 0 ? "+" : ""}${weight.toFixed(2)}`);
}
