import { describe, expect, it } from "vitest";
import { DECISION_MODEL } from "../data/decision-weights.ts";
import { chooseClass, decidingFeatures, probabilityOf } from "./linear-model.ts";

describe("a linear model", () => {
  const model = { bias: -1, weights: { signed: 2, hypothetical: -3 } };

  it("adds the weights of the features that it knows and ignores the others", () => {
    expect(probabilityOf(model, ["signed", "never seen"])).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
    expect(probabilityOf(model, ["signed", "hypothetical"])).toBeLessThan(0.2);
  });

  it("names the features that moved it, strongest first, with the direction", () => {
    expect(decidingFeatures(model, ["signed", "hypothetical", "never seen"], 5)).toEqual([
      "hypothetical-3.00",
      "signed+2.00",
    ]);
  });

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
    const features = [DECISION_MODEL.deal, DECISION_MODEL.kind, DECISION_MODEL.status].flatMap((model) =>
      Object.keys(model.weights),
    );
    expect(features.filter((feature) => /\b[A-Z]{3}\b/u.test(feature))).toEqual([]);
  });
});
