export { type ArticleAnalysis, analyzeArticle } from "./analyze-article.ts";
export type { ArticleInput } from "./article.ts";
export { decodeBytes } from "./clean/decode-bytes.ts";
export { findForeignLanguage } from "./clean/find-foreign-language.ts";
export { normalizeText } from "./clean/normalize-text.ts";
export { type Feed, type FeedItem, looksLikeFeed, readFeed } from "./clean/read-feed.ts";
export { readHtml } from "./clean/read-html.ts";
export { readPdf } from "./clean/read-pdf.ts";
export { UnreadableError } from "./clean/unreadable-error.ts";
export { explainAnalysis, explainArticle } from "./explain/explain-analysis.ts";
export { extractArticle, RULES_PRODUCER, toFactBatch } from "./facts/to-fact-batch.ts";
export {
  type ArticleSummary,
  type DealSummary,
  summarizeArticle,
  type SummaryMoney,
} from "./facts/summarize-article.ts";
export { ModelError } from "./llm/model-error.ts";
export {
  createModelExtractor,
  type Extractor,
  type ExtractorName,
  EXTRACTORS,
  rulesExtractor,
} from "./sources/create-extractor.ts";
export { MODEL_DIALECTS, type ModelConfig, type ModelDialect } from "./sources/model-config.ts";
