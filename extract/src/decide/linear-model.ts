/** Weights of one yes-or-no question: the sum over a candidate's features plus the bias is its log-odds. */
export interface BinaryModel {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** Weights of a choice among classes: one row a feature, one column a class. */
export interface ChoiceModel {
  readonly classes: readonly string[];
  readonly bias: readonly number[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** Everything that decides about candidates. */
export interface DecisionModel {
  readonly deal: BinaryModel;
  readonly kind: ChoiceModel;
  readonly status: ChoiceModel;
}

const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** Probability that the answer is yes. */
export function probabilityOf(model: BinaryModel, features: readonly string[]): number {
  let logit = model.bias;
  for (const feature of features) logit += model.weights[feature] ?? 0;
  return logistic(logit);
}

/** The likeliest class and its probability. */
export function chooseClass(
  model: ChoiceModel,
  features: readonly string[],
): { readonly name: string; readonly probability: number } {
  const logits = [...model.bias];
  for (const feature of features) {
    const row = model.weights[feature];
    if (row) for (const [index, weight] of row.entries()) logits[index] = (logits[index] ?? 0) + weight;
  }
  const top = Math.max(...logits);
  const best = logits.indexOf(top);
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - top), 0);
  return { name: model.classes[best] ?? "", probability: 1 / sum };
}

/** The features that moved a decision most, strongest first: for explanations. */
export function decidingFeatures(model: BinaryModel, features: readonly string[], most: number): string[] {
  return features
    .map((feature) => ({ feature, weight: model.weights[feature] ?? 0 }))
    .filter(({ weight }) => Math.abs(weight) >= 0.05)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, most)
    .map(({ feature, weight }) => `${feature}${weight > 0 ? "+" : ""}${weight.toFixed(2)}`);
}
