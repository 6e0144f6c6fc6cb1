import type { Evidence } from "@entente/graph-schema";
import type { GraphStore } from "../store/graph-store.ts";
import type { Loaders } from "./read-context.ts";

/** The exact words of the document, or "column: cell" for each column of a data set's row. */
export async function quoteEvidence(
  { store, loaders }: { readonly store: GraphStore; readonly loaders: Loaders },
  document: string,
  evidence: Evidence,
): Promise<string> {
  if ("start" in evidence) {
    const text = await loaders.texts.load(document);
    return text?.slice(evidence.start, evidence.end) ?? "";
  }
  const json = await store.record(document, evidence.row);
  const cells = json === null ? {} : (JSON.parse(json) as Readonly<Record<string, string>>);
  return evidence.columns.map((column) => `${column}: ${cells[column] ?? ""}`).join("; ");
}
