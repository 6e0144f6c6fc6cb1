import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SummaryMoney } from "@entente/extract";

/** Our own labelled articles; their README says what the labels mean. */
export const LABELLED_FOLDER = join(import.meta.dirname, "../../extract/labelled");

export interface LabelledDeal {
  readonly parties: readonly string[];
  readonly kind: string;
  readonly status: string;
  readonly date: string | null;
  readonly values: readonly SummaryMoney[];
  readonly count: number | null;
  readonly sectors: readonly string[];
  readonly evidence: readonly string[];
  /** Careful readers disagree whether it is a deal: neither rewarded nor punished. */
  readonly optional?: boolean;
}

export interface LabelledArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly published: string | null;
  readonly publisher?: string;
  readonly negative: boolean;
  readonly deals: readonly LabelledDeal[];
  readonly countries: readonly string[];
  readonly blocs: readonly string[];
  readonly people: readonly string[];
  readonly money: readonly SummaryMoney[];
}

/** "own" are the articles that rules and weights may be made from, "held-out" those that they may not. */
export type Fold = "own" | "held-out";

export const folderOf = (fold: Fold): string =>
  fold === "own" ? LABELLED_FOLDER : join(LABELLED_FOLDER, "held-out");

/** The articles of one fold, by file name. */
export function readLabelledArticles(fold: Fold): LabelledArticle[] {
  const folder = folderOf(fold);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as LabelledArticle);
}
