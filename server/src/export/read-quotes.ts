import type { SourcedClaim } from "@entente/graph-schema";
import { quoteRow, quoteText } from "../services/quote-evidence.ts";
import type { GraphStore } from "../store/graph-store.ts";

/** Claims grouped by the text or row that they quote. */
function byPlace(claims: readonly SourcedClaim[]): SourcedClaim[][] {
  const places = new Map<string, SourcedClaim[]>();
  for (const claim of claims) {
    const { document, evidence } = claim;
    const place = "row" in evidence ? `${document} ${evidence.row}` : document;
    const stated = places.get(place);
    if (stated) stated.push(claim);
    else places.set(place, [claim]);
  }
  return [...places.values()];
}

/** The words behind each claim, by claim id. Texts are read one after the other and let go: one may have megabytes. */
export async function readQuotes(
  store: GraphStore,
  claims: readonly SourcedClaim[],
): Promise<ReadonlyMap<string, string>> {
  const quotes = new Map<string, string>();
  for (const stated of byPlace(claims)) {
    const [first] = stated;
    if (!first) continue;
    const { document, evidence } = first;
    const source =
      "row" in evidence ? await store.record(document, evidence.row) : await store.documentText(document);
    for (const { id, evidence: place } of stated) {
      quotes.set(id, "row" in place ? quoteRow(source, place) : quoteText(source, place));
    }
  }
  return quotes;
}
