import type { GraphStore } from "../store/graph-store.ts";
import { DEFAULT_QUESTION, explainTotal } from "./explain-total.ts";
import type { Loaders } from "./read-context.ts";
import { readSurroundings } from "./read-surroundings.ts";
import { amountTests, checkCurrency } from "./read-total.ts";
import type { Drawn } from "./subgraph.ts";
import { buildTimeline, type Bucket, type Timeline } from "./timeline.ts";

/** Matching agreements by date, with the sums that a total of the same filter counts. */
export async function readTimeline(
  reading: { readonly store: GraphStore; readonly loaders: Loaders },
  drawn: Drawn,
  { bucket, currency }: { readonly bucket: Bucket; readonly currency: string },
): Promise<Timeline & { readonly currency: string }> {
  const question = { ...DEFAULT_QUESTION, to: checkCurrency(currency), ...amountTests(drawn) };
  const matching = await reading.store.countables(drawn);
  const around = await readSurroundings(reading, matching, drawn.version);
  const { counted } = explainTotal(matching, question, around);
  return { ...buildTimeline(matching, { bucket, counted }), currency };
}
