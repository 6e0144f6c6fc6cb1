export { type ArticleAnalysis, analyzeArticle } from "./analyze-article.ts";
export type { ArticleInput } from "./article.ts";
export { normalizeText } from "./clean/normalize-text.ts";
export { readHtml } from "./clean/read-html.ts";
export { explainArticle } from "./explain.ts";
export { extractArticle, RULES_PRODUCER, toFactBatch } from "./facts/to-fact-batch.ts";
export {
  type ArticleSummary,
  type DealSummary,
  summarizeArticle,
  type SummaryMoney,
} from "./facts/summarize-article.ts";
