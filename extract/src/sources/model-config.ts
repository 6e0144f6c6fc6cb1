import type { BudgetLimits } from "../llm/token-budget.ts";

export const MODEL_DIALECTS = ["openai", "anthropic", "ollama"] as const;
/** How a model server is spoken to; `openai` is what most servers and gateways take. */
export type ModelDialect = (typeof MODEL_DIALECTS)[number];

/** Where a model is and what a run may spend on it. */
export interface ModelConfig extends BudgetLimits {
  readonly dialect: ModelDialect;
  /** Address up to the part that the dialect adds: "https://api.openai.com/v1", "http://localhost:11434". */
  readonly url: string;
  readonly model: string;
  readonly key: string | null;
  readonly timeoutMs: number;
  /** Longest article that is sent, in characters. */
  readonly maxCharacters: number;
  readonly maxOutputTokens: number;
  /** Requests under way at once. */
  readonly concurrency: number;
  /** Folder of answers; null keeps none. */
  readonly cacheFolder: string | null;
  /** First pause before a request is sent again; doubled each time. */
  readonly retryMs: number;
}
