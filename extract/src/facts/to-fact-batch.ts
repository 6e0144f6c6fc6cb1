import type { FactBatch } from "@entente/graph-schema";
import { type ArticleAnalysis, analyzeArticle } from "../analyze-article.ts";
import type { ArticleInput } from "../article.ts";
import { dealFacts } from "./deal-facts.ts";
import { FactCollector } from "./fact-collector.ts";
import { mentionFacts } from "./mention-facts.ts";

/** Name and version of this extractor, as every claim of it carries. */
export const RULES_PRODUCER = "rules@1";

/** Facts of an analyzed article, by whoever analyzed it; every fact's span lies in `document.text`. */
export function toFactBatch(analysis: ArticleAnalysis, producer: string = RULES_PRODUCER): FactBatch {
  const { doc } = analysis;
  const collector = new FactCollector(analysis);
  mentionFacts(collector);
  dealFacts(collector);
  return {
    document: {
      type: "article",
      text: doc.text,
      title: doc.title,
      language: doc.language,
      ...(doc.url ? { url: doc.url } : {}),
      ...(doc.publisher ? { publisher: doc.publisher } : {}),
      ...(doc.published ? { published: doc.published } : {}),
    },
    mentions: collector.mentions(),
    facts: collector.facts(),
    producer,
  };
}

/** Text → facts: deterministic, offline. All spans refer to the normalised text in `document.text`. */
export function extractArticle(input: ArticleInput): FactBatch {
  return toFactBatch(analyzeArticle(input));
}
