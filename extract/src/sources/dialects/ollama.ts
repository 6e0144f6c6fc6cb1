import { z } from "zod";
import { ANSWER_SCHEMA } from "../../llm/model-answer.ts";
import { withSchema } from "../../llm/write-prompt.ts";
import type { Dialect } from "./dialect.ts";

const replySchema = z.object({
  message: z.object({ content: z.string() }),
  done_reason: z.string().nullish(),
  prompt_eval_count: z.number().nullish(),
  eval_count: z.number().nullish(),
});

/** Ollama's own chat. Its context is as small as 4,096 tokens unless told, and what does not fit is cut silently. */
export const ollamaDialect: Dialect = {
  path: "/api/chat",
  headers: (key) => (key === null ? {} : { authorization: `Bearer ${key}` }),
  body: ({ prompt, model, maxOutputTokens, mode, temperature, contextTokens }) => {
    const { system, user } = mode === "schema" ? prompt : withSchema(prompt);
    return {
      model,
      stream: false,
      format: mode === "schema" ? ANSWER_SCHEMA : "json",
      messages: [
        { role: "system", content: system },
        { role: "user", content: user },
      ],
      options: {
        num_predict: maxOutputTokens,
        num_ctx: contextTokens,
        ...(temperature === null ? {} : { temperature }),
      },
    };
  },
  read: (reply) => {
    const {
      message,
      done_reason: stopped,
      prompt_eval_count: input,
      eval_count: output,
    } = replySchema.parse(reply);
    return {
      content: message.content || null,
      use: { input: input ?? 0, output: output ?? 0 },
      stopped: stopped ?? null,
    };
  },
};
