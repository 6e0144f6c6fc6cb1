import type { ArticleInput } from "@entente/extract";
import { EntenteError } from "../errors.ts";

/** What the file itself cannot say. */
export type Overrides = Partial<Pick<ArticleInput, "title" | "published" | "publisher" | "url">>;

/** One article, one batch of facts, or why there is none; `label` names it in messages. */
export type Input =
  | { readonly kind: "article"; readonly label: string; readonly id: string; readonly article: ArticleInput }
  | { readonly kind: "batch"; readonly label: string; readonly batch: unknown }
  | { readonly kind: "fault"; readonly label: string; readonly message: string };

/** How sources are read, as the options say. */
export interface Reading {
  readonly overrides: Overrides;
  /** Read the page of each item of a feed, not the text in the feed. */
  readonly follow: boolean;
}

/** A fault that names its source; other sources are read all the same. */
export function asFault(label: string, error: unknown): Input {
  if (error instanceof EntenteError) return { kind: "fault", label, message: error.message };
  return { kind: "fault", label, message: error instanceof Error ? error.message : String(error) };
}
