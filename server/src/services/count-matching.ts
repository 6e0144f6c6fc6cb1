import type { Countable, GraphStore } from "../store/graph-store.ts";
import { explainTotal, type Explained, type TotalQuestion } from "./explain-total.ts";
import type { Loaders } from "./read-context.ts";
import { readSurroundings } from "./read-surroundings.ts";
import type { Drawn } from "./subgraph.ts";

export interface Reading {
  readonly store: GraphStore;
  readonly loaders: Loaders;
}

/** The agreements that a filter matches and what of them counts: the same for totals, timelines and flows. */
export async function countMatching(
  reading: Reading,
  drawn: Drawn,
  question: TotalQuestion,
): Promise<Explained & { readonly matching: readonly Countable[] }> {
  const matching = await reading.store.countables(drawn);
  const around = await readSurroundings(reading, matching, drawn.version);
  return { ...explainTotal(matching, question, around), matching };
}
