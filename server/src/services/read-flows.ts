import { countMatching, type Reading } from "./count-matching.ts";
import { DEFAULT_QUESTION } from "./explain-total.ts";
import { buildFlows, type Flows } from "./flows.ts";
import { checkRange } from "./page.ts";
import { amountTests, checkCurrency } from "./read-total.ts";
import type { Drawn } from "./subgraph.ts";

/** Most flows of one answer. */
const MAX_FLOWS = 1_000;

/** Who gives to whom under the matching agreements, with the sums that a total of the same filter counts. */
export async function readFlows(
  reading: Reading,
  drawn: Drawn,
  { first, currency }: { readonly first: number; readonly currency: string },
): Promise<Flows & { readonly currency: string }> {
  const limit = checkRange("first", first, { max: MAX_FLOWS });
  const tests = amountTests(drawn);
  const question = { ...DEFAULT_QUESTION, to: checkCurrency(currency), ...tests };
  const [{ matching, counted }, directions] = await Promise.all([
    countMatching(reading, drawn, question),
    reading.store.directions(drawn),
  ]);
  return { ...buildFlows(matching, directions, { counted, tests, limit }), currency };
}
