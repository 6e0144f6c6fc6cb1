/** Weights of a choice among classes: one row a feature, one column a class. */
export interface ChoiceModel {
  readonly classes: readonly string[];
  readonly bias: readonly number[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
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
