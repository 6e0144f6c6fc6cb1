import { countMatching, type Reading } from "./count-matching.ts";
import { DEFAULT_QUESTION } from "./explain-total.ts";
import { amountTests, checkCurrency } from "./read-total.ts";
import type { Drawn } from "./subgraph.ts";
import { buildTimeline, type Bucket, type Timeline } from "./timeline.ts";

/** Matching agreements by date, with the sums that a total of the same filter counts. */
export async function readTimeline(
  reading: Reading,
  drawn: Drawn,
  { bucket, currency }: { readonly bucket: Bucket; readonly currency: string },
): Promise<Timeline & { readonly currency: string }> {
  const question = { ...DEFAULT_QUESTION, to: checkCurrency(currency), ...amountTests(drawn) };
  const { matching, counted } = await countMatching(reading, drawn, question);
  return { ...buildTimeline(matching, { bucket, counted }), currency };
}
