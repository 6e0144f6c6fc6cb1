import { describe, expect, it } from "vitest";
import { decidingFeatures, probabilityOf, type TreeModel } from "./boosted-trees.ts";

describe("boosted trees", () => {
  const model: TreeModel = {
    bias: -1,
    trees: [
      ["signed", ["hypothetical", -1, 3], -1],
      ["hypothetical", -2, 0.5],
    ],
  };

  it("add the leaf that each tree reaches and ignore features that no tree asks for", () => {
    expect(probabilityOf(model, ["signed", "never seen"])).toBeCloseTo(1 / (1 + Math.exp(-2.5)), 12);
    expect(probabilityOf(model, ["signed", "hypothetical"])).toBeCloseTo(1 / (1 + Math.exp(4)), 12);
  });

  it("name the answers that moved the decision, strongest first, with the direction", () => {
    expect(decidingFeatures(model, ["signed", "hypothetical", "never seen"], 5)).toEqual([
      "hypothetical-3.25",
      "signed+1.00",
    ]);
    expect(decidingFeatures(model, [], 5)).toEqual(["no:hypothetical+1.25", "no:signed-1.00"]);
  });
});
