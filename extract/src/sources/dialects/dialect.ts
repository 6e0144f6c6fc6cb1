import type { Prompt } from "../../llm/write-prompt.ts";
import type { TokenUse } from "../../llm/token-budget.ts";

/**
 * How the answer's shape is asked for: by the server's own schema support, as any JSON with the schema in the prompt,
 * or by the prompt alone.
 */
export type AnswerMode = "schema" | "json";

/** What is asked of a model. */
export interface ModelQuestion {
  readonly prompt: Prompt;
  readonly model: string;
  readonly maxOutputTokens: number;
  readonly mode: AnswerMode;
  /** Some models refuse any temperature but their own. */
  readonly temperature: 0 | null;
  /** Estimated tokens of prompt and answer, for servers that must be told how much to keep in view. */
  readonly contextTokens: number;
}

/** What a server said: JSON as text or already read, and what it bills. */
export interface ModelReply {
  readonly content: string | Readonly<Record<string, unknown>> | null;
  readonly use: TokenUse | null;
  /** Why there is no content, where the server says. */
  readonly stopped: string | null;
}

/** One way to speak to a model server; pure, so that what is sent can be read in one place. */
export interface Dialect {
  readonly path: string;
  readonly headers: (key: string | null) => Readonly<Record<string, string>>;
  readonly body: (question: ModelQuestion) => Readonly<Record<string, unknown>>;
  readonly read: (reply: unknown) => ModelReply;
}
