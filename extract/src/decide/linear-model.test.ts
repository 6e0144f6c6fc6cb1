import { describe, expect, it } from "vitest";
import { DECISION_MODEL } from "../data/decision-weights.ts";
import type { Tree } from "./boosted-trees.ts";
import { chooseClass } from "./linear-model.ts";

describe("a linear model", () => {
  it("chooses the class with the highest sum and says how likely it is", () => {
    const choice = chooseClass({ classes: ["loan", "grant"], bias: [0, 0], weights: { borrower: [1, 0] } }, [
      "borrower",
    ]);
    expect(choice.name).toBe("loan");
    expect(choice.probability).toBeCloseTo(Math.E / (Math.E + 1), 12);
  });
});

describe("the shipped weights", () => {
  it("hold one column a class", () => {
    for (const model of [DECISION_MODEL.kind, DECISION_MODEL.status]) {
      expect(model.bias).toHaveLength(model.classes.length);
      for (const row of Object.values(model.weights)) expect(row).toHaveLength(model.classes.length);
    }
  });

  it("name no country: the language of deals is learned, not who makes them", () => {
    const asked = (tree: Tree): string[] =>
      typeof tree === "number" ? [] : [tree[0], ...asked(tree[1]), ...asked(tree[2])];
    const features = [
      ...DECISION_MODEL.deal.trees.flatMap(asked),
      ...[DECISION_MODEL.kind, DECISION_MODEL.status].flatMap((model) => Object.keys(model.weights)),
    ];
    expect(features.length).toBeGreaterThan(100);
    expect(features.filter((feature) => /\b[A-Z]{3}\b/u.test(feature))).toEqual([]);
  });
});
