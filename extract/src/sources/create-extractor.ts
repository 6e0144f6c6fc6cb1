import { randomBytes } from "node:crypto";
import { analyzeArticle, concludeDeals, proposeDeals, type ArticleAnalysis } from "../analyze-article.ts";
import type { ArticleInput } from "../article.ts";
import { DECISION_MODEL } from "../data/decision-weights.ts";
import { RULES_PRODUCER } from "../facts/to-fact-batch.ts";
import { checkAnswer } from "../llm/check-answer.ts";
import { combineAnalyses } from "../llm/combine-analyses.ts";
import { ModelError } from "../llm/model-error.ts";
import { needsModel } from "../llm/needs-model.ts";
import type { ModelAnswer } from "../llm/model-answer.ts";
import { writePrompt } from "../llm/write-prompt.ts";
import { readCached, writeCached } from "./answer-cache.ts";
import { ModelClient } from "./model-client.ts";
import type { ModelConfig } from "./model-config.ts";

export const EXTRACTORS = ["rules", "llm", "both"] as const;
export type ExtractorName = (typeof EXTRACTORS)[number];

/** Reads articles; all of them answer alike, so that what follows does not ask who read. */
export interface Extractor {
  /** Name and version, with the model's name, as every claim carries it. */
  readonly producer: string;
  /** How many articles it is worth giving it at once. */
  readonly concurrency: number;
  readonly analyze: (article: ArticleInput) => Promise<ArticleAnalysis>;
}

/** Raise it with every change of how answers are asked for or checked. */
const LLM_VERSION = 1;

/** The default: deterministic and offline. */
export const rulesExtractor: Extractor = {
  producer: RULES_PRODUCER,
  concurrency: 1,
  analyze: (article) => Promise.resolve(article).then(analyzeArticle),
};

/** An extractor that asks a model; `both` joins what it says with what the rules find. */
export function createModelExtractor(name: Exclude<ExtractorName, "rules">, config: ModelConfig): Extractor {
  const client = new ModelClient(config);
  const llm = `llm@${LLM_VERSION}:${config.model.slice(0, 70)}`;
  return {
    producer: name === "llm" ? llm : `${RULES_PRODUCER}+${llm}`,
    concurrency: config.concurrency,
    analyze: async (article) => {
      const proposal = proposeDeals(article);
      const answer = needsModel(proposal) ? await askOnce(article, client, config) : { deals: [] };
      const read = checkAnswer(proposal, answer);
      return name === "llm" ? read : combineAnalyses(concludeDeals(proposal, DECISION_MODEL), read);
    },
  };
}

/** One question for one article, unless its answer is kept already. */
async function askOnce(
  article: ArticleInput,
  client: ModelClient,
  config: ModelConfig,
): Promise<ModelAnswer> {
  const cached = await readCached(article, config);
  if (cached) return cached;
  if (article.text.length > config.maxCharacters) {
    throw new ModelError(
      `text: got ${article.text.length} characters, expected at most ${config.maxCharacters} (ENTENTE_LLM_MAX_CHARACTERS)`,
    );
  }
  const answer = await client.ask(writePrompt(article, randomBytes(12).toString("hex")));
  await writeCached(article, config, answer);
  return answer;
}
