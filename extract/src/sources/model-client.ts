import { ModelError } from "../llm/model-error.ts";
import { checkShape, readAnswer, type ModelAnswer, type ReadAnswer } from "../llm/model-answer.ts";
import { estimateTokens, TokenBudget } from "../llm/token-budget.ts";
import { withRepair, withSchema, type Prompt } from "../llm/write-prompt.ts";
import { anthropicDialect } from "./dialects/anthropic.ts";
import type { AnswerMode, Dialect, ModelQuestion, ModelReply } from "./dialects/dialect.ts";
import { ollamaDialect } from "./dialects/ollama.ts";
import { openaiDialect } from "./dialects/openai.ts";
import type { ModelConfig, ModelDialect } from "./model-config.ts";
import { postJson, type Answered } from "./post-json.ts";

const DIALECTS: Readonly<Record<ModelDialect, Dialect>> = {
  openai: openaiDialect,
  anthropic: anthropicDialect,
  ollama: ollamaDialect,
};

/** Asks one model. What a server was found not to take is not tried again in the same run. */
export class ModelClient {
  private readonly config: ModelConfig;
  private readonly dialect: Dialect;
  private readonly budget: TokenBudget;
  private mode: AnswerMode = "schema";
  private temperature: 0 | null = 0;

  constructor(config: ModelConfig) {
    this.config = config;
    this.dialect = DIALECTS[config.dialect];
    this.budget = new TokenBudget(config);
  }

  /** An answer that fits the schema, after one repair at most; throws ModelError. */
  async ask(prompt: Prompt): Promise<ModelAnswer> {
    const first = await this.askOnce(prompt);
    if ("answer" in first) return first.answer;
    const second = await this.askOnce(withRepair(prompt, first.fault));
    if ("answer" in second) return second.answer;
    throw new ModelError(
      `${this.config.model}: got an answer that does not fit twice (${second.fault}), expected a list of deals`,
    );
  }

  private async askOnce(prompt: Prompt): Promise<ReadAnswer> {
    const { content, stopped } = await this.send(prompt);
    if (content === null) return { fault: `got an empty answer (${stopped ?? "no reason given"})` };
    return typeof content === "string" ? readAnswer(content) : checkShape(content);
  }

  /** Sends; where the server refuses the request's form (400), sends it in a plainer one. */
  private async send(prompt: Prompt): Promise<ModelReply> {
    for (;;) {
      const { mode, temperature } = this;
      const answered = await this.post(prompt);
      if (answered.status !== 400) return this.readReply(answered);
      if (temperature === 0 && /temperature/iu.test(answered.text)) this.temperature = null;
      else if (mode === "schema") this.mode = "json";
      else throw this.refusal(answered);
    }
  }

  private async post(prompt: Prompt): Promise<Answered> {
    const { url, key, model, maxOutputTokens, timeoutMs, retryMs } = this.config;
    const { system, user } = withSchema(prompt);
    const input = estimateTokens(system + user);
    const settle = this.budget.reserve({ input, output: maxOutputTokens });
    const question: ModelQuestion = {
      prompt,
      model,
      maxOutputTokens,
      mode: this.mode,
      temperature: this.temperature,
      contextTokens: input + maxOutputTokens,
    };
    const answered = await postJson({
      url: url.replace(/\/$/u, "") + this.dialect.path,
      headers: this.dialect.headers(key),
      body: this.dialect.body(question),
      timeoutMs,
      retryMs,
    });
    // A refused request costs nothing; one without a bill is counted as it was estimated.
    if (answered.status >= 400) settle({ input: 0, output: 0 });
    else {
      const use = this.tryRead(answered)?.use;
      if (use && use.input > 0) settle(use);
    }
    return answered;
  }

  private tryRead({ text }: Answered): ModelReply | null {
    try {
      return this.dialect.read(JSON.parse(text));
    } catch {
      return null;
    }
  }

  private readReply(answered: Answered): ModelReply {
    if (answered.status !== 200) throw this.refusal(answered);
    const reply = this.tryRead(answered);
    if (reply) return reply;
    throw new ModelError(
      `${this.config.url}: got "${this.excerpt(answered.text)}", expected an answer in the ${this.config.dialect} dialect`,
    );
  }

  private refusal({ status, text }: Answered): ModelError {
    const { url, model, key, dialect } = this.config;
    const said = this.excerpt(text);
    if (status === 401 || status === 403) {
      const got = key === null ? "no key" : "a key that the server refuses";
      return new ModelError(`ENTENTE_LLM_KEY: got ${got} (${url} answered ${status}: ${said})`, {
        stops: true,
      });
    }
    if (status === 404) {
      return new ModelError(
        `ENTENTE_LLM_MODEL, ENTENTE_LLM_URL: ${url} answered 404 to model "${model}" in the ${dialect} dialect: ${said}`,
        { stops: true },
      );
    }
    return new ModelError(`${url}: answered ${status}: ${said}`);
  }

  /** The start of what a server said, in one line, without the key. */
  private excerpt(text: string): string {
    const { key } = this.config;
    const bare = key ? text.split(key).join("[key]") : text;
    return (
      bare
        .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
        .trim()
        .slice(0, 200) || "nothing"
    );
  }
}
