import type { Evidence } from "@entente/graph-schema";
import type { GraphStore } from "../store/graph-store.ts";
import type { Loaders } from "./read-context.ts";

type Span = Extract<Evidence, { readonly start: number }>;
type Cells = Extract<Evidence, { readonly row: string }>;

/** The exact words of a text; empty where the text is not kept. */
export const quoteText = (text: string | null, { start, end }: Span): string => text?.slice(start, end) ?? "";

/** "column: cell" for each column, from a row's cells as JSON text. */
export function quoteRow(json: string | null, { columns }: Cells): string {
  const cells = json === null ? {} : (JSON.parse(json) as Readonly<Record<string, string>>);
  return columns.map((column) => `${column}: ${cells[column] ?? ""}`).join("; ");
}

/** The exact words of the document, or "column: cell" for each column of a data set's row. */
export async function quoteEvidence(
  { store, loaders }: { readonly store: GraphStore; readonly loaders: Loaders },
  document: string,
  evidence: Evidence,
): Promise<string> {
  return "start" in evidence
    ? quoteText(await loaders.texts.load(document), evidence)
    : quoteRow(await store.record(document, evidence.row), evidence);
}
