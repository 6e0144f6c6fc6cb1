import type { TreeModel } from "./boosted-trees.ts";
import type { ChoiceModel } from "./linear-model.ts";

/** Everything that decides about candidates. */
export interface DecisionModel {
  readonly deal: TreeModel;
  readonly kind: ChoiceModel;
  readonly status: ChoiceModel;
}
