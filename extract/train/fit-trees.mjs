// Boosted trees over named yes-or-no features: small trees, each fitted to what those before it left wrong. Rows and
// features of each tree are drawn by a generator with a fixed seed, so that the same articles give the same trees.

/** Chosen by out-of-fold scores. */
export const TREE_SETTINGS = {
  trees: 160,
  depth: 4,
  rate: 0.08,
  ridge: 4,
  rows: 0.5,
  columns: 0.15,
  leastWeight: 5,
};

function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const logistic = (logit) => 1 / (1 + Math.exp(-logit));
const round = (value) => Math.round(value * 1000) / 1000;

/** Sums of slope, curvature and weight of the rows that have each feature. */
function sumByFeature(rows, fit) {
  const sums = new Float64Array(fit.names.length * 3);
  for (const row of rows)
    for (const feature of fit.rows[row]) {
      if (!fit.drawn[feature]) continue;
      sums[feature * 3] += fit.slope[row];
      sums[feature * 3 + 1] += fit.curve[row];
      sums[feature * 3 + 2] += fit.weight[row];
    }
  return sums;
}

/** The feature whose split of `rows` lowers the loss most, or -1. */
function bestSplit(rows, total, fit) {
  const { ridge, leastWeight } = fit.settings;
  const score = (slope, curve) => (slope * slope) / (curve + ridge);
  const sums = sumByFeature(rows, fit);
  let best = -1;
  let gain = 1e-3;
  for (let feature = 0; feature < fit.names.length; feature += 1) {
    const [slope, curve, weight] = sums.subarray(feature * 3, feature * 3 + 3);
    if (weight < leastWeight || total.weight - weight < leastWeight) continue;
    const better =
      score(slope, curve) + score(total.slope - slope, total.curve - curve) - score(total.slope, total.curve);
    if (better <= gain) continue;
    gain = better;
    best = feature;
  }
  return best;
}

/** `[feature, with, without]`, or the log-odds that a leaf adds. */
function grow(rows, depth, fit) {
  const total = { slope: 0, curve: 0, weight: 0 };
  for (const row of rows) {
    total.slope += fit.slope[row];
    total.curve += fit.curve[row];
    total.weight += fit.weight[row];
  }
  const leaf = () => round((fit.settings.rate * total.slope) / (total.curve + fit.settings.ridge));
  const feature = depth === 0 ? -1 : bestSplit(rows, total, fit);
  if (feature < 0) return leaf();
  const has = (row) => fit.sets[row].has(feature);
  return [
    fit.names[feature],
    grow(rows.filter(has), depth - 1, fit),
    grow(
      rows.filter((row) => !has(row)),
      depth - 1,
      fit,
    ),
  ];
}

const valueOf = (tree, features) =>
  typeof tree === "number" ? tree : valueOf(features.has(tree[0]) ? tree[1] : tree[2], features);

/** Fits `{bias, trees}` to examples `{features, label, weight}`, `label` true for yes; `names` are the features to use. */
export function fitTrees(examples, names, settings = TREE_SETTINGS) {
  const index = new Map(names.map((name, at) => [name, at]));
  const texts = examples.map(({ features }) => new Set(features));
  const rows = examples.map(({ features }) =>
    [...new Set(features)].flatMap((name) => index.get(name) ?? []),
  );
  const weight = examples.map(({ weight: given = 1 }) => given);
  const yes = examples.reduce((sum, { label }, at) => sum + (label ? weight[at] : 0), 0);
  const all = weight.reduce((sum, value) => sum + value, 0) || 1;
  const bias = round(Math.log((yes + 1) / (all - yes + 1)));
  const fit = {
    names,
    rows,
    sets: rows.map((row) => new Set(row)),
    weight,
    slope: new Float64Array(rows.length),
    curve: new Float64Array(rows.length),
    drawn: new Uint8Array(names.length),
    settings,
  };
  const logits = new Float64Array(rows.length).fill(bias);
  const draw = generator(20260101);
  const trees = [];
  for (let step = 0; step < settings.trees; step += 1) {
    for (let row = 0; row < rows.length; row += 1) {
      const likely = logistic(logits[row]);
      fit.slope[row] = weight[row] * ((examples[row].label ? 1 : 0) - likely);
      fit.curve[row] = weight[row] * likely * (1 - likely);
    }
    for (let feature = 0; feature < names.length; feature += 1)
      fit.drawn[feature] = draw() < settings.columns ? 1 : 0;
    const sample = [];
    for (let row = 0; row < rows.length; row += 1) if (draw() < settings.rows) sample.push(row);
    const tree = grow(sample, settings.depth, fit);
    if (typeof tree === "number") continue;
    trees.push(tree);
    for (let row = 0; row < rows.length; row += 1) logits[row] += valueOf(tree, texts[row]);
  }
  return { bias, trees };
}
