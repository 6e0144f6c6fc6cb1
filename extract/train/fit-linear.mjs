// Multinomial regression over named features, by full-batch gradient steps: small, exact, deterministic.

const STEPS = 300;

/** Features seen in at least `least` articles, in alphabetical order. */
export function listFeatures(examples, least) {
  const articles = new Map();
  for (const { features, article } of examples)
    for (const feature of features) {
      const seen = articles.get(feature) ?? new Set();
      seen.add(article);
      articles.set(feature, seen);
    }
  return [...articles]
    .filter(([, seen]) => seen.size >= least)
    .map(([feature]) => feature)
    .sort();
}

/**
 * Fits one row of weights a class. `examples` are `{features, label, weight}`; `ridge` is the strength of the penalty on
 * squared distance from `prior(feature, class)`, in units of examples. Adam with a fixed number of steps: the same input gives the same weights.
 */
export function fitClasses(examples, classes, { names, ridge, prior = () => 0 }) {
  const index = new Map(names.map((name, at) => [name, at]));
  const rows = examples.map(({ features, label, weight = 1 }) => ({
    at: features.flatMap((feature) => index.get(feature) ?? []),
    label: classes.indexOf(label),
    weight,
  }));
  const width = classes.length;
  const size = (names.length + 1) * width;
  const bias = names.length * width;
  const expected = new Float64Array(size);
  for (const [at, name] of names.entries())
    for (const [c, label] of classes.entries()) expected[at * width + c] = prior(name, label);
  const weights = Float64Array.from(expected);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const total = rows.reduce((sum, row) => sum + row.weight, 0) || 1;
  const logits = new Float64Array(width);
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = new Float64Array(size);
    for (const row of rows) {
      for (let c = 0; c < width; c += 1) {
        let sum = weights[bias + c];
        for (const at of row.at) sum += weights[at * width + c];
        logits[c] = sum;
      }
      const top = Math.max(...logits);
      let all = 0;
      for (let c = 0; c < width; c += 1) all += logits[c] = Math.exp(logits[c] - top);
      for (let c = 0; c < width; c += 1) {
        const error = row.weight * (logits[c] / all - (c === row.label ? 1 : 0));
        slope[bias + c] += error;
        for (const at of row.at) slope[at * width + c] += error;
      }
    }
    for (let at = 0; at < size; at += 1) {
      const pull = (slope[at] + (at < bias ? ridge * (weights[at] - expected[at]) : 0)) / total;
      first[at] = 0.9 * first[at] + 0.1 * pull;
      second[at] = 0.99 * second[at] + 0.01 * pull * pull;
      const rate = 0.05 * (step < STEPS / 2 ? 1 : 2 - (2 * step) / STEPS);
      weights[at] -=
        (rate * (first[at] / (1 - 0.9 ** step))) / (Math.sqrt(second[at] / (1 - 0.99 ** step)) + 1e-8);
    }
  }
  const round = (value) => Math.round(value * 1000) / 1000;
  const row = (at) => Array.from({ length: width }, (_, c) => round(weights[at * width + c]));
  return { classes, bias: row(names.length), rows: names.map((name, at) => [name, row(at)]) };
}

/** A choice model in the shape that the extractor reads. */
export const choiceModel = ({ classes, bias, rows }) => ({
  classes,
  bias,
  weights: Object.fromEntries(rows.filter(([, row]) => row.some((weight) => Math.abs(weight) >= 0.005))),
});
